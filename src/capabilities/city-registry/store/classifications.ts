import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Classification, Scheme, VintageName } from '../rules/classification.ts';

/** The list of each scheme that counts on a day: the one that began last. */
export async function vintagesOn(reader: Reader, day: CalendarDate): Promise<VintageName[]> {
  const rows = await reader
    .selectFrom('city_registry.vintage')
    .distinctOn('scheme')
    .select(['id', 'slug', 'scheme', 'name', 'valid_from', 'valid_to'])
    .where((is) => is.or([is('valid_from', 'is', null), is('valid_from', '<=', day)]))
    .orderBy('scheme')
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    scheme: row.scheme as Scheme,
    name: row.name,
    validFrom: row.valid_from as CalendarDate | null,
    validTo: row.valid_to as CalendarDate | null,
    isPast: row.valid_to !== null && row.valid_to < day,
  }));
}

/** What the list of the day says of a country, and which list that is; undefined when there was none. */
export async function classificationOf(
  reader: Reader,
  country: string,
  scheme: Scheme,
  day: CalendarDate,
): Promise<Classification | undefined> {
  const vintage = (await vintagesOn(reader, day)).find((one) => one.scheme === scheme);
  if (!vintage) return undefined;
  const rows = await reader
    .selectFrom('city_registry.classification as said')
    .innerJoin('city_registry.vintage as vintage', 'vintage.id', 'said.vintage_id')
    .select(['said.facet', 'said.value'])
    .where('vintage.slug', '=', vintage.slug)
    .where('said.country', '=', country)
    .execute();
  return { vintage, values: Object.fromEntries(rows.map(({ facet, value }) => [facet, value])) };
}
