import type { z } from 'zod';
import { because } from '../../../kernel/refusal.ts';
import type { Submission } from '../../../platform/database/atomically.ts';
import { type FormState, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { keepPapers } from '../actions/keep-papers.ts';
import type { Paper } from '../store/papers.ts';

interface Steps<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly atLeast: 0 | 1;
  act(input: z.infer<Schema>, papers: readonly Paper[], once: Submission): Promise<string>;
  again(state: FormState): Response | Promise<Response>;
}

/** A form with documents: a missing one is named together with the other problems, not after them. */
export async function submitWithPapers<Schema extends z.ZodType>(
  visit: Visit,
  steps: Steps<Schema>,
): Promise<Response> {
  const { schema, atLeast } = steps;
  const isMissing = atLeast === 1 && !(await carriesFile(visit.request.clone()));
  return await submitForm(visit, {
    schema,
    act: async (input, once, files) =>
      await steps.act(input, await keepPapers(visit.world, files, atLeast), once),
    again: (state) => {
      const isNamed = state.problems.some(({ field }) => field === 'papers');
      const missing = { field: 'papers', reason: because('mandates:paper-needed') };
      return steps.again(
        isMissing && !isNamed ? { ...state, problems: [...state.problems, missing] } : state,
      );
    },
  });
}

async function carriesFile(request: Request): Promise<boolean> {
  const form = await request.formData().catch(() => undefined);
  return [...(form?.values() ?? [])].some((value) => typeof value !== 'string' && value.size > 0);
}
