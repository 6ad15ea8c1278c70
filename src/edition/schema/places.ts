import { z } from 'zod';
import { countryCode, partialDate, provenance, slug, text } from './words.ts';

/**
 * A city that a record names, tied to the gazetteer. `name` is the gazetteer's own;
 * `knownAs` the city government's, where that differs (eThekwini for Durban).
 */
export const city = z.strictObject({
  id: slug,
  geonamesId: z.int().positive(),
  name: z.string().min(1),
  knownAs: z.string().min(1).nullable(),
  country: countryCode,
  remark: text.nullable().default(null),
});

/** The dates between which one published list of a classification holds, and what it is called. */
export const vintage = z.strictObject({
  id: slug,
  scheme: z.enum(['world-bank-income', 'oecd-dac', 'un-m49', 'sids', 'lldc']),
  vintage: z.string().min(1),
  validFrom: partialDate.nullable(),
  validTo: partialDate.nullable(),
  licence: z.string().nullable(),
  ...provenance,
});

/** Countries by UN M49 region, less the named subregions and countries. */
const regionRule = z.strictObject({
  measure: z.literal('m49-regions'),
  regions: z.array(z.string()),
  subregions: z.array(z.string()),
  exceptSubregions: z.array(z.string()),
  exceptCountries: z.array(countryCode),
});

/** Cities by population, bounds included, with or without capitals and each country's largest city. */
const populationRule = z.strictObject({
  measure: z.literal('population'),
  atLeast: z.int().nonnegative(),
  atMost: z.int().positive(),
  exceptCapital: z.boolean(),
  exceptLargestOfCountry: z.boolean(),
});

/** A word for places that the council uses without defining, with the dated rule this platform applies. */
export const placeDefinition = z.strictObject({
  id: slug,
  key: z.enum(['global-south', 'secondary-city']),
  version: z.int().positive(),
  adopted: partialDate,
  title: text,
  definition: text,
  reason: text,
  rule: z.discriminatedUnion('measure', [regionRule, populationRule]),
  ...provenance,
});

const flag = z.enum(['', '0', '1']).transform((cell) => (cell === '' ? null : cell === '1'));
const blankable = z.string().transform((cell) => (cell === '' ? null : cell));

/** One line of countries.csv; null where the list says nothing about the place. */
export const countryRow = z.strictObject({
  iso2: countryCode,
  iso3: z.string().regex(/^[A-Z]{3}$/),
  m49: z.union([z.literal(''), z.string().regex(/^\d{3}$/)]).transform((cell) => (cell === '' ? null : cell)),
  m49_region: blankable,
  m49_subregion: blankable,
  m49_intermediate: blankable,
  wb_income_fy2026: z
    .enum(['', 'HIC', 'UMC', 'LMC', 'LIC', 'INX'])
    .transform((cell) => (cell === '' ? null : cell)),
  dac_recipient_2026: z.enum(['0', '1']).transform((cell) => cell === '1'),
  dac_income_group_2026: blankable,
  sids: flag,
  landlocked: flag,
});

export type City = z.infer<typeof city>;
export type Vintage = z.infer<typeof vintage>;
export type PlaceDefinition = z.infer<typeof placeDefinition>;
export type CountryRow = z.infer<typeof countryRow>;
