import { z } from 'zod';
import { languages } from '../../kernel/language.ts';
import { because, type Problem } from '../../kernel/refusal.ts';
import { optionalText, text } from '../../platform/forms/fields.ts';
import { importKind } from '../../platform/imports/kind.ts';
import { addTerm, retire } from './actions/keep-term.ts';
import { whyNotTranslate } from './permissions.ts';
import { findTermBy, listTerms } from './store/terms.ts';

const row = z.object({
  en: text(120),
  fr: text(120),
  es: text(120),
  pt: text(120),
  ar: text(120),
  note: optionalText(600),
});
type Row = z.infer<typeof row>;

/** A glossary that somebody kept in a file: one word a line, in five languages. */
export const termImport = importKind<Row>({
  name: 'terms',
  title: because('translation:import-terms'),
  columns: [
    ...languages.map((one) => ({
      name: one,
      needed: true,
      aliases: [] as const,
      says: because('translation:import-word'),
    })),
    { name: 'note', needed: false, aliases: ['remark'], says: because('translation:import-note') },
  ],
  schema: row,
  whyNotImport: whyNotTranslate,

  async check(tx, rows) {
    const problems = new Map<number, Problem>();
    const known = new Set<string>();
    for (const [index, { en }] of rows.entries()) {
      if (known.has(en.toLowerCase()) || (await findTermBy(tx, en)))
        problems.set(index, { field: 'en', reason: because('translation:term-known') });
      known.add(en.toLowerCase());
    }
    return problems;
  },

  async add(tx, world, actor, rows) {
    const ids: string[] = [];
    for (const { note, ...words } of rows)
      ids.push(await addTerm(tx, world, actor, { words, note: note ?? '' }));
    return ids;
  },

  async takeBack(tx, world, actor, ids) {
    for (const id of ids) await retire(tx, world, actor, id);
  },

  list: async (reader) => (await listTerms(reader)).map(({ words, note }) => ({ ...words, note })),
});
