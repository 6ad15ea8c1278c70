import type { Language } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { Module } from '../../rules/content.ts';
import { type Draft, findDraft } from '../../store/courses.ts';
import { type Frame, frameOf, idIn } from '../frame.ts';

/** What every page of the editor shows: the draft, in the language that is being written. */
export interface Editing extends Frame {
  readonly draft: Draft;
  readonly writing: Language;
  readonly base: string;
}

export async function editingOf(visit: Visit): Promise<Editing> {
  const id = idIn(visit);
  const draft = await reading(visit.world, visit.actor, (tx) => findDraft(tx, id));
  if (!draft) throw notFound();
  const writing = draft.content.languages.find((one) => one === visit.query('in')) ?? draft.sourceLanguage;
  return { ...frameOf(visit), draft, writing, base: `/workspace/training/courses/${id}` };
}

export function moduleOf({ draft }: Editing, visit: Visit): Module {
  const module = draft.content.modules.find(({ id }) => id === visit.param('module'));
  if (!module) throw notFound();
  return module;
}

/** The same page while writing that language. */
export function inLanguage({ draft, writing }: Pick<Editing, 'draft' | 'writing'>, path: string): string {
  return writing === draft.sourceLanguage ? path : `${path}?in=${writing}`;
}
