import { z } from 'zod';
import { currency, minorUnits, partialDate, provenance, slug, text, webAddress } from './words.ts';

/** A public output: described and linked, never copied. */
export const libraryItem = z.strictObject({
  id: slug,
  title: z.string().min(1),
  publisher: z.string().min(1),
  type: z.enum([
    'report',
    'brief',
    'press-release',
    'statement',
    'readout',
    'blog',
    'city-project',
    'course',
    'newsletter',
    'prospectus',
  ]),
  topics: z.array(
    z.enum([
      'children-and-caregivers',
      'climate-migration',
      'economic-inclusion',
      'municipal-finance',
      'pandemic-response',
      'participatory-governance',
    ]),
  ),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  date: partialDate.nullable(),
  address: webAddress,
  ...provenance,
});

/** An objective of the Call to Local Action that a commitment may serve. */
export const priorityObjective = z.strictObject({ id: slug, title: text, ...provenance });

/** A promise to carry out something by organisations or a city; one may serve both compacts. */
export const commitment = z.strictObject({
  id: slug,
  title: text,
  holders: z.array(slug),
  cities: z.array(slug),
  compacts: z.array(z.enum(['gcm', 'gcr'])),
  objectives: z.array(slug),
  madeAt: slug.nullable(),
  date: partialDate,
  until: partialDate.nullable(),
  ongoing: z.boolean(),
  targetMinor: minorUnits.nullable(),
  currency: currency.nullable(),
  address: webAddress.nullable(),
  ...provenance,
});

export type LibraryItem = z.infer<typeof libraryItem>;
