import { z } from 'zod';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { languages } from '../../../../kernel/language.ts';
import { atomically, reading } from '../../../../platform/database/atomically.ts';
import { optionalText, text, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { addTerm, changeTerm, retire } from '../../actions/keep-term.ts';
import { words } from '../../messages/index.ts';
import { listTerms } from '../../store/terms.ts';
import { idIn } from '../asked.ts';
import { GlossaryPage, TermPage } from './glossary-page.tsx';

const path = '/workspace/translation/glossary';
const inEach = Object.fromEntries(languages.map((one) => [one, text(120)])) as Record<
  (typeof languages)[number],
  ReturnType<typeof text>
>;
const term = z.object({ ...inEach, note: optionalText(600) });
const termAtVersion = term.extend({ version: version() });

export async function showGlossary(visit: Visit): Promise<Response> {
  return await glossaryPage(visit, freshForm(visit.world));
}

async function glossaryPage(visit: Visit, form: FormState): Promise<Response> {
  const terms = await reading(visit.world, visit.actor, listTerms);
  return visit.show({
    title: words(visit.language)('glossary'),
    body: <GlossaryPage visit={visit} form={form} terms={terms} />,
    hasProblems: form.problems.length > 0,
  });
}

export async function sendGlossary(visit: Visit): Promise<Response> {
  const terms = await reading(visit.world, visit.actor, listTerms);
  return csvResponse(
    'glossary',
    [
      ...languages.map((one) => ({
        head: one,
        cell: (row: (typeof terms)[number]) => row.words[one],
      })),
      { head: 'note', cell: (row) => row.note },
    ],
    terms,
  );
}

export async function sendNewTerm(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  return await submitForm(visit, {
    schema: term,
    act: async ({ note, ...inLanguages }, once) => {
      const said = { words: inLanguages, note: note ?? '' };
      await atomically(world, actor, (tx) => addTerm(tx, world, actor, said), { once });
      return path;
    },
    again: (state) => glossaryPage(visit, state),
  });
}

export async function showTerm(visit: Visit): Promise<Response> {
  return await termPage(visit);
}

async function termPage(visit: Visit, form?: FormState): Promise<Response> {
  const id = idIn(visit, 'id');
  const found = (await reading(visit.world, visit.actor, listTerms)).find((one) => one.id === id);
  if (!found) throw notFound();
  const state = form ?? freshForm(visit.world, { ...found.words, note: found.note });
  return visit.show({
    title: found.words[visit.language],
    body: <TermPage visit={visit} term={found} form={state} />,
    hasProblems: form !== undefined,
  });
}

export async function sendTerm(visit: Visit): Promise<Response> {
  const id = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: termAtVersion,
    act: async ({ note, version: at, ...inLanguages }, once) => {
      const said = { id, words: inLanguages, note: note ?? '', version: at };
      await changeTerm(visit.world, visit.actor, said, once);
      return path;
    },
    again: (state) => termPage(visit, state),
  });
}

export async function sendRetirement(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  const id = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_, once) => {
      await atomically(world, actor, (tx) => retire(tx, world, actor, id), { once });
      return path;
    },
    again: (state) => termPage(visit, state),
  });
}
