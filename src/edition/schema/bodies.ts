import { z } from 'zod';
import { hasSoundTenure, provenance, slug, tenure, text, unsoundTenure } from './words.ts';

/** Meetings a body holds at least; `level` tells technical sittings from those of its heads. */
const cadence = z.strictObject({
  atLeastPerYear: z.int().positive(),
  level: z.enum(['any', 'technical', 'executive']),
});

/** How a body decides, as far as its rules are public; null is unknown, not "none". */
const decisionRule = z.strictObject({
  power: z.enum(['decides', 'guides', 'advises', 'executes', 'represents']).nullable(),
  majority: z.enum(['consensus', 'simple', 'two-thirds']).nullable(),
  quorumPercent: z.int().min(1).max(100).nullable(),
  note: text.nullable(),
});

export const body = z
  .strictObject({
    id: slug,
    name: text,
    acronym: z.string().min(1).nullable(),
    belongsTo: z.enum(['council', 'coalition', 'partners']),
    purpose: text,
    composition: text,
    cadence: z.array(cadence),
    termMonths: z.int().positive().nullable(),
    appointment: text.nullable(),
    decisionRule,
    parent: slug.nullable(),
    predecessor: slug.nullable(),
    ...tenure,
    ...provenance,
  })
  .refine(hasSoundTenure, unsoundTenure);

/** One holder of one seat. A mayor's seat names city and person; an organisation's names the organisation. */
export const seat = z
  .strictObject({
    id: slug,
    body: slug,
    city: slug.nullable(),
    person: slug.nullable(),
    organisation: slug.nullable(),
    role: z.enum(['member', 'founding-member', 'co-lead', 'co-chair', 'climate-envoy', 'secretariat']),
    ...tenure,
    ...provenance,
  })
  .refine(hasSoundTenure, unsoundTenure)
  .refine((record) => (record.city ?? record.person ?? record.organisation) !== null, {
    error: 'a seat needs a city, a person or an organisation',
    path: ['city'],
  });

export type Body = z.infer<typeof body>;
export type Seat = z.infer<typeof seat>;
