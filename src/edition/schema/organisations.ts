import { z } from 'zod';
import {
  countryCode,
  hasSoundTenure,
  partialDate,
  provenance,
  slug,
  tenure,
  text,
  unsoundTenure,
  webAddress,
} from './words.ts';

/** Something published that records rest on. `seed` names one of the five founding texts when it is one. */
export const source = z
  .strictObject({
    id: slug,
    title: z.string().min(1),
    address: webAddress.nullable(),
    seed: z.string().min(1).nullable(),
    publisher: z.string().min(1),
    date: partialDate.nullable(),
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .nullable(),
  })
  .refine((record) => record.address !== null || record.seed !== null, {
    error: 'neither address nor seed',
    path: ['address'],
  });

export const organisation = z.strictObject({
  id: slug,
  name: text,
  acronym: z.string().min(1).nullable(),
  kind: z.enum([
    'foundation',
    'philanthropy',
    'non-profit',
    'government',
    'un-agency',
    'city-network',
    'city-coalition',
    'development-bank',
    'pooled-fund',
    'research-institute',
  ]),
  country: countryCode.nullable(),
  address: webAddress.nullable(),
  ...provenance,
});

/** A public office in a city. Nothing else about a person is kept. */
const office = z
  .strictObject({
    city: slug,
    office: z.enum(['mayor', 'head-of-government', 'former-mayor']),
    ...tenure,
    sources: provenance.sources,
    remark: provenance.remark,
  })
  .refine(hasSoundTenure, unsoundTenure);

export const person = z.strictObject({
  id: slug,
  name: z.string().min(1),
  offices: z.array(office).min(1),
});

/** What an organisation was to the council, its fund, a body or a window, and when. */
export const relationship = z
  .strictObject({
    id: slug,
    organisation: slug,
    relation: z.enum([
      'fiscal-sponsor',
      'founding-supporter',
      'donor-of-council',
      'donor-of-fund',
      'donor-of-window',
      'donor-of-body',
      'strategic-partner',
      'network-partner',
      'coalition-member',
      'convenor',
      'advisor',
    ]),
    object: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('council') }),
      z.strictObject({ kind: z.literal('fund') }),
      z.strictObject({ kind: z.literal('body'), id: slug }),
      z.strictObject({ kind: z.literal('window'), id: slug }),
    ]),
    ...tenure,
    ...provenance,
  })
  .refine(hasSoundTenure, unsoundTenure);

export type Source = z.infer<typeof source>;
export type Organisation = z.infer<typeof organisation>;
export type Person = z.infer<typeof person>;
export type Relationship = z.infer<typeof relationship>;
