import { z } from 'zod';
import { currency, objective, partialDate, provenance, qualifier, slug, text } from './words.ts';

/** What an entry of the claims ledger asserts. */
const claimKind = z.enum([
  'city-engaged',
  'partner',
  'position-influenced',
  'seat-at-forum',
  'commitment-made',
  'funding-committed',
  'direct-grant',
  'follow-on-external',
  'follow-on-own',
  'influenced-external',
  'grantee-announced',
  'grantee-contracted',
  'grantee-active',
  'grantee-completed',
  'people-reached-directly',
  'people-reached-indirectly',
]);
export type ClaimKind = z.infer<typeof claimKind>;

/**
 * What a council's figure means here, as a query over verified claims. `measure` says how entries become a number;
 * `period` whether all entries up to the date count, or only those of its calendar year; `remark` why the council's
 * published number differs.
 */
export const definition = z.strictObject({
  id: slug,
  key: slug,
  version: z.int().positive(),
  objective,
  unit: z.enum([
    'cities',
    'organisations',
    'positions',
    'seats',
    'commitments',
    'people',
    'money',
    'percent',
  ]),
  measure: z.enum(['count-entries', 'count-distinct-subjects', 'sum-amount', 'sum-count']),
  kinds: z.array(claimKind).min(1),
  period: z.enum(['ever', 'calendar-year']),
  title: text,
  counts: text,
  doesNotCount: text,
  adopted: partialDate,
  ...provenance,
});

/**
 * A number as the council or its partner published it. Never summed, never mixed with computed ones.
 * Money is in whole units of its currency; `about` names the edition, window or organisation it is of.
 */
export const publishedFigure = z.strictObject({
  id: slug,
  key: slug,
  value: z.number().nonnegative(),
  unit: z.enum([
    'cities',
    'countries',
    'mayors',
    'organisations',
    'positions',
    'dialogues',
    'contributions',
    'processes',
    'seats',
    'commitments',
    'people',
    'money',
    'percent',
    'grantees',
    'products',
    'sessions',
    'headlines',
    'multiple',
  ]),
  currency: currency.nullable(),
  qualifier,
  about: slug.nullable(),
  title: text,
  wording: z
    .string()
    .refine((words) => words.split(/\s+/).length <= 12, 'more than twelve words quoted')
    .nullable(),
  date: partialDate,
  ...provenance,
});

export type Definition = z.infer<typeof definition>;
export type PublishedFigure = z.infer<typeof publishedFigure>;
