import { z } from 'zod';
import { dayInUtc, parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { stableId } from '../../../kernel/id.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import { citeSources, recordSource } from '../../library/index.ts';
import { reckonAgain } from '../store/reckoning.ts';
import { unknownCountries } from '../store/countries.ts';
import { insertVintage, replaceClassifications } from '../store/vintages.ts';

const day = z.string().refine((text) => parseCalendarDate(text) !== undefined, 'not a day that exists');

/** A published list as a file tells it: what it is, where it is from, and what it says of each country. */
const listFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  scheme: z.enum(['world-bank-income', 'oecd-dac', 'un-m49', 'sids', 'lldc']),
  name: z.string().min(1),
  validFrom: day,
  validTo: day.nullable().default(null),
  licence: z.string().nullable().default(null),
  source: z.strictObject({ title: z.string().min(1), publisher: z.string().min(1), address: z.url() }),
  says: z.record(
    z.string().regex(/^[A-Z]{2}$/),
    z.partialRecord(
      z.enum(['region', 'subregion', 'intermediate', 'income-group', 'recipient', 'member']),
      z.string().min(1),
    ),
  ),
});
export type ListFile = z.infer<typeof listFile>;

/** @throws Refusal that names every fault of the file */
export function readList(text: string): ListFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Refusal(because('city-registry:bad-list', { faults: 'not JSON' }));
  }
  const read = listFile.safeParse(content);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Refusal(because('city-registry:bad-list', { faults }));
}

/** Adds a newer list, as data: from its first day on it counts in place of the older. Gives how many countries it names. */
export async function addList(world: World, list: ListFile): Promise<number> {
  return await atomically(world, systemActor, async (tx) => {
    const countries = Object.keys(list.says);
    const unknown = await unknownCountries(tx, countries);
    if (unknown.length > 0)
      throw new Refusal(because('city-registry:unknown-country', { country: unknown.join(', ') }));
    const id = stableId('vintage', list.id);
    if (!(await insertVintage(tx, { ...list, id, slug: list.id })))
      throw new Refusal(because('city-registry:list-exists', { list: list.id }));
    const said = Object.entries(list.says).flatMap(([country, values]) =>
      Object.entries(values).map(([facet, value]) => ({ vintageId: id, country, facet, value })),
    );
    await replaceClassifications(tx, said);
    const name = `${list.scheme} ${list.name}`;
    const label = { en: name, fr: name, es: name, pt: name, ar: name };
    const cited = { capability: 'city-registry', kind: 'vintage', id, label, path: '/cities/definitions' };
    await citeSources(tx, cited, [await recordSource(tx, world, list.source)]);
    await reckonAgain(tx, dayInUtc(world.now()));
    await recordAct(tx, world, systemActor, {
      kind: 'city-registry.list-added',
      subject: { kind: 'vintage', id },
      details: { list: name },
    });
    return countries.length;
  });
}
