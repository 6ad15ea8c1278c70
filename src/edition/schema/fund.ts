import { z } from 'zod';
import { currency, minorUnits, partialDate, provenance, qualifier, slug, text } from './words.ts';

/** A window ("chapter") of the Global Cities Fund. Eligibility belongs here, not to the fund. */
export const fundWindow = z.strictObject({
  id: slug,
  name: text,
  announced: partialDate.nullable(),
  grantCeilingMinor: minorUnits.nullable(),
  currency: currency.nullable(),
  termMonths: z.int().positive().nullable(),
  eligibility: text.nullable(),
  theme: text,
  expectedGrantees: z.strictObject({ atLeast: z.int().positive(), atMost: z.int().positive() }).nullable(),
  ...provenance,
});

/**
 * Money that donors said they would give. One record may have several donors, where no split is public.
 * `supersedes` names the earlier statement of the same promise; `within` a larger one that contains it.
 */
export const donorCommitment = z.strictObject({
  id: slug,
  donors: z.array(slug).min(1),
  window: slug.nullable(),
  amountMinor: minorUnits.nullable(),
  currency: currency.nullable(),
  date: partialDate,
  until: partialDate.nullable(),
  supersedes: slug.nullable(),
  within: slug.nullable(),
  ...provenance,
});

/** A grant to a city government. `amountMinor` only where a source states the award; a ceiling is not an award. */
export const grant = z.strictObject({
  id: slug,
  city: slug,
  window: slug.nullable(),
  announced: partialDate,
  amountMinor: minorUnits.nullable(),
  ceilingMinor: minorUnits.nullable(),
  currency: currency.nullable(),
  termMonths: z.int().positive().nullable(),
  state: z.enum(['announced', 'contracted', 'active', 'completed', 'withdrawn']),
  projectTitle: z.string().min(1).nullable(),
  project: text.nullable(),
  ...provenance,
});

/** Units are kept apart: a household is not a person, an application is not a participant. */
const resultUnit = z.enum([
  'people-reached-directly',
  'people-reached-indirectly',
  'households',
  'enterprises',
  'applications',
  'participants',
  'employers',
  'vehicles',
]);

export const result = z.strictObject({
  id: slug,
  grants: z.array(slug),
  window: slug.nullable(),
  value: z.int().nonnegative(),
  unit: resultUnit,
  qualifier,
  isTarget: z.boolean(),
  date: partialDate,
  what: text,
  ...provenance,
});

/** Money beyond the fund's own grants that a source credits, in part, to the council or its grantees. */
export const unlockedFunding = z.strictObject({
  id: slug,
  kind: z.enum(['follow-on-external', 'follow-on-own', 'influenced-external']),
  title: text,
  channel: slug.nullable(),
  cities: z.array(slug),
  grant: slug.nullable(),
  amountMinor: minorUnits.nullable(),
  currency: currency.nullable(),
  qualifier: qualifier.nullable(),
  date: partialDate.nullable(),
  ...provenance,
});

export type FundWindow = z.infer<typeof fundWindow>;
export type DonorCommitment = z.infer<typeof donorCommitment>;
export type Grant = z.infer<typeof grant>;
export type Result = z.infer<typeof result>;
