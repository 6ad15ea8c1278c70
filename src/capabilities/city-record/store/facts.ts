import { sql } from 'kysely';
import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Fact } from '../rules/fact.ts';
import type { FactKey } from '../rules/fact-kinds.ts';
import { inOrder } from '../rules/order.ts';

const columns = [
  'city_id as cityId',
  'kind',
  'item',
  'version',
  'value',
  'source',
  'source_address as sourceAddress',
  'as_of as asOf',
  'audience',
  'said_as as saidAs',
  'on_behalf as onBehalf',
  'said_at as saidAt',
  'confirmed_at as confirmedAt',
] as const;

/** What stands in a city's record, as far as the reader may see it; with a day, what stood when that day ended. */
export async function factsOf(
  reader: Reader,
  cityId: string,
  { day }: { readonly day?: CalendarDate | undefined } = {},
): Promise<Fact[]> {
  if (day) return inOrder(await factsOn(reader, cityId, day));
  return inOrder(await listFacts(reader, [cityId]));
}

/** The same of several cities, of certain kinds only: one trip. */
export async function factsOfCities(
  reader: Reader,
  cityIds: readonly string[],
  kinds: readonly FactKey[],
): Promise<Fact[]> {
  return inOrder(await listFacts(reader, cityIds, kinds));
}

async function listFacts(
  reader: Reader,
  cityIds: readonly string[],
  kinds?: readonly FactKey[],
): Promise<Fact[]> {
  if (cityIds.length === 0) return [];
  let query = reader
    .selectFrom('city_record.fact')
    .select(columns)
    .where('city_id', 'in', [...cityIds])
    .where('value', 'is not', null);
  if (kinds) query = query.where('kind', 'in', [...kinds]);
  return (await query.execute()) as unknown as Fact[];
}

/** Every statement up to the day, the last of each item deciding; a wider audience's last word on a fact it lost is `narrowed`. */
async function factsOn(reader: Reader, cityId: string, day: CalendarDate): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select distinct on (kind, item) city_id as "cityId", kind, item, number as version, act, value, source,
      source_address as "sourceAddress", as_of as "asOf", audience, said_as as "saidAs", on_behalf as "onBehalf",
      max(said_at) filter (where act = 'said') over earlier as "saidAt",
      max(said_at) filter (where act in ('said', 'confirmed')) over earlier as "confirmedAt"
    from city_record.statement
    where city_id = ${cityId} and said_at < ${`${addDays(day, 1)}T00:00:00Z`}::timestamptz
    window earlier as (partition by kind, item order by number)
    order by kind, item, number desc`.execute(reader);
  return rows.filter(({ value }) => value !== null);
}
