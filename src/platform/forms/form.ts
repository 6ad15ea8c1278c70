import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  because,
  type Problem,
  type Reason,
  Refusal,
  type SentenceValues,
  Stale,
} from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import type { Submission } from '../database/atomically.ts';
import type { Visit } from '../http/route.ts';

/** What a form shows: what was typed, what is wrong with it, and the key that makes sending it twice harmless. */
export interface FormState {
  readonly answers: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly Problem[];
  readonly idempotencyKey: string;
  /** Set when somebody else changed the record meanwhile: what it says now, to stand beside what was typed. */
  readonly stale?: { readonly current: Readonly<Record<string, string>>; readonly version: number };
}

export function freshForm(world: World, answers: FormState['answers'] = {}): FormState {
  return { answers, problems: [], idempotencyKey: world.newId() };
}

interface Read<Input> {
  readonly state: FormState;
  readonly once: Submission;
  readonly files: readonly (readonly [field: string, file: File])[];
  /** Absent when there are problems. */
  readonly input?: Input;
}

/** Reads what was sent: all problems at once, every answer kept. Boxes under one name arrive joined by line breaks. */
export async function readForm<Schema extends z.ZodType>(
  visit: Visit,
  schema: Schema,
): Promise<Read<z.infer<Schema>>> {
  const { answers, files } = await readAnswers(visit.request);
  const { key: idempotencyKey = '', ...said } = answers;
  if (!/^[\w-]{8,64}$/.test(idempotencyKey)) throw new Refusal(because('platform:form-expired'), 422);
  const parsed = schema.safeParse(said);
  const problems = parsed.success ? [] : parsed.error.issues.map(problemOf);
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
  const once = { key: idempotencyKey, route: visit.url.pathname, bodyHash };
  const state = { answers: said, problems, idempotencyKey };
  return parsed.success ? { state, once, files, input: parsed.data } : { state, once, files };
}

async function readAnswers(
  request: Request,
): Promise<{ answers: Record<string, string | undefined>; files: [string, File][] }> {
  const answers: Record<string, string | undefined> = {};
  const files: [string, File][] = [];
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Refusal(because('platform:form-expired'), 422);
  }
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      if (value.size > 0) files.push([name, value]);
    } else {
      // A NUL cannot be stored, and nobody types one.
      const text = value.replaceAll('\u0000', '');
      answers[name] = answers[name] === undefined ? text : `${answers[name]}\n${text}`;
    }
  }
  return { answers, files };
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const values = 'params' in issue ? (issue.params as SentenceValues) : {};
  const key: Reason['key'] = /^[a-z-]+:[\w.-]+$/.test(issue.message)
    ? (issue.message as Reason['key'])
    : 'platform:needed';
  return { field: String(issue.path[0] ?? ''), reason: because(key, values) };
}

interface Steps<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** Does it; gives the path to go to. */
  act(input: z.infer<Schema>, once: Submission, files: Read<unknown>['files']): Promise<string>;
  /** The same page with its problems. */
  again(state: FormState): Response | Promise<Response>;
}

/** The walk of every form: read, act, go on with 303; or the same page with its problems and answers. */
export async function submitForm<Schema extends z.ZodType>(
  visit: Visit,
  steps: Steps<Schema>,
): Promise<Response> {
  const { state, once, input, files } = await readForm(visit, steps.schema);
  if (input === undefined) return await showAgain(visit, steps, state, 422);
  try {
    return visit.redirect(await steps.act(input, once, files));
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 404 || error.status === 403) throw error;
    const problems = [{ field: fieldOf(error), reason: error.reason }];
    // The refused attempt left no trace, but the next is another: it may carry other answers under its own key.
    const next = { ...state, problems, idempotencyKey: visit.world.newId() };
    return await showAgain(
      visit,
      steps,
      error instanceof Stale ? { ...next, stale: error } : next,
      error.status,
    );
  }
}

async function showAgain<Schema extends z.ZodType>(
  visit: Visit,
  steps: Steps<Schema>,
  state: FormState,
  status: number,
): Promise<Response> {
  visit.refusedWith = status;
  return await steps.again(state);
}

function fieldOf(error: Refusal): string {
  return 'field' in error && typeof error.field === 'string' ? error.field : '';
}
