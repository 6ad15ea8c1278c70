import { z } from 'zod';
import { countryCode, objective, partialDate, provenance, slug, text, webAddress } from './words.ts';

/** An intergovernmental process that the council works to open to cities. */
export const forum = z.strictObject({
  id: slug,
  name: text,
  acronym: z.string().min(1).nullable(),
  convenedBy: text.nullable(),
  everyMonths: z.int().positive().nullable(),
  address: webAddress.nullable(),
  ...provenance,
});

/** One meeting of a process. `city` only where it met in a city; a virtual one has none. */
export const forumEdition = z.strictObject({
  id: slug,
  process: slug,
  name: text,
  from: partialDate.nullable(),
  to: partialDate.nullable(),
  mode: z.enum(['in-person', 'virtual']).nullable(),
  city: slug.nullable(),
  country: countryCode.nullable(),
  ...provenance,
});

/** A city at an edition, in the fullest role that a source names. */
export const participation = z.strictObject({
  id: slug,
  edition: slug,
  city: slug,
  person: slug.nullable(),
  role: z.enum(['attended', 'spoke', 'spoke-in-plenary', 'in-national-delegation', 'hosted']),
  date: partialDate.nullable(),
  what: text.nullable(),
  ...provenance,
});

/** A dated act of a city with the council that is neither a seat, a grant nor a forum. */
export const cityEngagement = z.strictObject({
  id: slug,
  city: slug,
  kind: z.enum(['pledged', 'hosted-meeting', 'attended-meeting', 'signed-declaration', 'project-supported']),
  date: partialDate,
  title: text,
  ...provenance,
});

/** A policy position the council says it influenced. How far is for `influence` to grade; here is only the naming. */
export const position = z.strictObject({
  id: slug,
  title: text,
  process: slug.nullable(),
  date: partialDate.nullable(),
  objective,
  ...provenance,
});

export type Forum = z.infer<typeof forum>;
export type ForumEdition = z.infer<typeof forumEdition>;
export type Participation = z.infer<typeof participation>;
export type CityEngagement = z.infer<typeof cityEngagement>;
