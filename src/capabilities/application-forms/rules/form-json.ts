import { z } from 'zod';
import { parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { languages } from '../../../kernel/language.ts';
import { isFreeKey } from './edit-form.ts';
import type { Condition, FormBody } from './form.ts';
import { questionsOf } from './questions.ts';

const most = { sections: 30, questions: 200, letters: 5000 } as const;

const text = z.string().max(most.letters);
const local = z.strictObject({ en: text, fr: text, es: text, pt: text, ar: text });
const key = z.string().refine(isFreeKey, 'a key is small letters, digits and hyphens');
const count = z.number().int().min(1).max(1_000_000);
const day = z.string().transform((value, context) => {
  const date = parseCalendarDate(value);
  if (!date) context.addIssue({ code: 'custom', message: 'no calendar date' });
  return date ?? z.NEVER;
});

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: key, is: z.enum(['answered', 'empty']) }),
    z.strictObject({
      question: key,
      is: z.literal('one-of'),
      values: z.array(z.string().max(60)).min(1).max(50),
    }),
    z.strictObject({ question: key, is: z.enum(['at-least', 'at-most']), value: z.number() }),
    z.strictObject({ all: z.array(condition).min(1).max(10) }),
    z.strictObject({ any: z.array(condition).min(1).max(10) }),
  ]),
);

const asked = {
  key,
  label: local,
  help: local.exactOptional(),
  needed: z.boolean(),
  when: condition.exactOptional(),
  knownAs: z.string().max(60).exactOptional(),
};
const choice = z.strictObject({ key, label: local });
const column = z.discriminatedUnion('kind', [
  z.strictObject({ key, label: local, kind: z.literal('text') }),
  z.strictObject({ key, label: local, kind: z.literal('date') }),
  z.strictObject({ key, label: local, kind: z.literal('number'), unit: local }),
]);
const words = z.partialRecord(z.enum(languages), count);
const question = z.discriminatedUnion('kind', [
  z.strictObject({
    ...asked,
    kind: z.literal('text'),
    lines: z.enum(['one', 'many']),
    maxWords: count.exactOptional(),
    maxWordsIn: words.exactOptional(),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('choice'),
    many: z.boolean(),
    choices: z.array(choice).max(100),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('number'),
    unit: local,
    decimals: z.number().int().min(0).max(6),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('date'),
    earliest: day.exactOptional(),
    latest: day.exactOptional(),
  }),
  z.strictObject({ ...asked, kind: z.literal('city') }),
  z.strictObject({ ...asked, kind: z.literal('country') }),
  z.strictObject({
    ...asked,
    kind: z.literal('file'),
    accepts: z.array(z.string().max(10)).max(20),
    maxFiles: count,
  }),
  z.strictObject({ ...asked, kind: z.literal('table'), columns: z.array(column).max(12), maxRows: count }),
  z.strictObject({ ...asked, kind: z.literal('budget'), maxLines: count }),
  z.strictObject({ ...asked, kind: z.literal('indicators'), maxRows: count }),
]);
const body = z.strictObject({
  title: local,
  sections: z
    .array(z.strictObject({ key, title: local, lead: local.exactOptional(), questions: z.array(question) }))
    .max(most.sections),
});

/** The first thing wrong with the file: where it stands and what is said of it. */
export interface Misread {
  readonly where: string;
}

/** A form as its file has it: `formJson` and back. */
export function readFormJson(file: string): FormBody | Misread {
  let raw: unknown;
  try {
    raw = JSON.parse(file);
  } catch {
    return { where: 'JSON' };
  }
  const inner = z.object({ form: z.unknown() }).safeParse(raw);
  const read = body.safeParse(inner.success ? inner.data.form : raw);
  if (!read.success) return { where: read.error.issues[0]?.path.join('.') || 'form' };
  const keys = [
    ...read.data.sections.map((section) => section.key),
    ...questionsOf(read.data).map((one) => one.key),
  ];
  const twice = keys.find((one, at) => keys.indexOf(one) !== at);
  if (twice) return { where: twice };
  return questionsOf(read.data).length > most.questions ? { where: 'sections' } : read.data;
}

export function formJson({ title, sections }: FormBody): string {
  return `${JSON.stringify({ kind: 'mmc-application-form', form: { title, sections } }, undefined, 2)}\n`;
}
