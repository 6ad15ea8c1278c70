import { z } from 'zod';
import { parsePartialDate } from '../../kernel/calendar-date.ts';
import { isCurrency } from '../../kernel/money.ts';

/** A record's stable name: lower case, digits and single hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not a kebab-case id');

/** `2019`, `2019-07` or `2019-07-16`: as much of the date as its source states. */
export const partialDate = z
  .string()
  .refine((text) => parsePartialDate(text) !== undefined, 'not a date, month or year that exists');

const sentence = z.string().trim().min(1, 'empty text');

/** What people read, in each of the five languages. Names keep their owner's spelling. */
export const text = z.strictObject({ en: sentence, fr: sentence, es: sentence, pt: sentence, ar: sentence });
export type Text = z.infer<typeof text>;

export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'not an ISO 3166 alpha-2 code');

export const webAddress = z.url({ protocol: /^https?$/ });

/** Whole minor units as decimal digits, because JSON numbers are floats. */
export const minorUnits = z.string().regex(/^\d{1,18}$/, 'not a whole amount in minor units');

export const currency = z.string().refine(isCurrency, 'not an ISO 4217 currency');

/** How exact a stated number is; `exactly` only when the source gives it bare. */
export const qualifier = z.enum(['exactly', 'about', 'more than', 'nearly', 'at least', 'up to']);
export type Qualifier = z.infer<typeof qualifier>;

/** Where a record comes from. `inferred` marks a reading that no source states; `remark` says what is uncertain. */
export const provenance = {
  sources: z
    .array(z.strictObject({ source: slug, note: sentence.optional() }))
    .min(1, 'a record needs a source'),
  inferred: z.boolean().default(false),
  remark: text.nullable().default(null),
};

/**
 * When something held, as far as it is known. `from` with `by`: seen on that date, begun on it or before.
 * `to` with `not-after`: over by that date. `lastListed`: seen holding on that date, end not stated.
 */
export const tenure = {
  from: partialDate.nullable(),
  fromCertainty: z.enum(['stated', 'by']).nullable(),
  to: partialDate.nullable(),
  toCertainty: z.enum(['stated', 'not-after']).nullable(),
  lastListed: partialDate.nullable(),
};

interface Tenured {
  from: string | null;
  fromCertainty: string | null;
  to: string | null;
  toCertainty: string | null;
}

/** A date and its certainty are given together, and nothing ends before it begins. */
export function hasSoundTenure(record: Tenured): boolean {
  const paired =
    (record.from === null) === (record.fromCertainty === null) &&
    (record.to === null) === (record.toCertainty === null);
  const ordered =
    record.from === null || record.to === null || record.from.slice(0, 4) <= record.to.slice(0, 4);
  return paired && ordered;
}

export const unsoundTenure = {
  error: 'dates need their certainty, and an end not before the beginning',
  path: ['from'],
};

/** The four long-term objectives of the council. */
export const objective = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
