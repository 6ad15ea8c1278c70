import type { CsvColumn } from '../../../platform/exports/csv.ts';
import { freshnessOf } from '../rules/freshness.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Pairing, Resource, ResponseRecord, Side, SituationNote } from '../store/record.ts';

/** The columns of the files people take out; English, for scripts. */
export function resourceColumns(today: CalendarDate): readonly CsvColumn<Resource>[] {
  return [
    { head: 'kind', cell: (row) => row.kind },
    { head: 'title', cell: (row) => row.title },
    { head: 'what', cell: (row) => row.what },
    { head: 'offered_by', cell: (row) => row.offeredBy },
    { head: 'contact', cell: (row) => row.contact },
    { head: 'address', cell: (row) => row.address },
    { head: 'library_source', cell: (row) => row.library?.slug },
    { head: 'languages', cell: (row) => row.languages.join(' ') },
    { head: 'valid_until', cell: (row) => row.validUntil },
    { head: 'checked_on', cell: (row) => row.checkedOn },
    { head: 'freshness', cell: (row) => freshnessOf(row, today) },
  ];
}

export function noteColumns(record: ResponseRecord): readonly CsvColumn<SituationNote>[] {
  return [
    { head: 'id', cell: (row) => row.id },
    { head: 'date', cell: (row) => row.on },
    { head: 'city', cell: (row) => record.cities.find(({ id }) => id === row.cityId)?.name },
    { head: 'said_by', cell: (row) => (row.fromCity ? 'city' : 'council') },
    { head: 'language', cell: (row) => row.language },
    { head: 'note', cell: (row) => row.body },
    { head: 'needs', cell: (row) => row.needs },
    {
      head: 'numbers',
      cell: (row) => row.numbers.map(({ what, value, source }) => `${what}: ${value} (${source})`).join('; '),
    },
    { head: 'audience', cell: (row) => row.audience },
    { head: 'corrects', cell: (row) => row.corrects },
  ];
}

export function helpColumns(record: ResponseRecord): readonly CsvColumn<Pairing>[] {
  const nameOf = (sides: readonly Side[], id: string) => {
    const side = sides.find((one) => one.id === id);
    return side?.city?.name ?? side?.organisation;
  };
  return [
    { head: 'helper', cell: (row) => nameOf(record.offers, row.offerId) },
    { head: 'helped', cell: (row) => nameOf(record.needs, row.needId) },
    { head: 'need', cell: (row) => record.needs.find(({ id }) => id === row.needId)?.what },
    { head: 'offer', cell: (row) => record.offers.find(({ id }) => id === row.offerId)?.what },
    { head: 'state', cell: (row) => row.state },
    { head: 'since', cell: (row) => row.since },
  ];
}

/** The public record for other systems: what concerns the desk's cases is left out. */
export function recordForSystems(record: ResponseRecord) {
  const side = ({ id, city, organisation, kind, what, until, stage }: Side) => ({
    id,
    city: city && { id: city.id, name: city.name, country: city.country },
    organisation,
    kind,
    what,
    until,
    stage,
  });
  return {
    slug: record.slug,
    startsOn: record.startsOn,
    countries: record.countries,
    languages: record.languages,
    stage: record.stage,
    publishedAt: record.publishedAt,
    confirmed: record.confirmedAt !== null,
    closedAt: record.closedAt,
    lessons: record.lessons,
    wordings: record.wordings.map(({ language, title, what }) => ({ language, title, what })),
    cities: record.cities,
    resources: record.resources.map(({ version: _version, isWithdrawn: _gone, ...resource }) => resource),
    notes: record.notes,
    needs: record.needs.map(side),
    offers: record.offers.map(side),
    helps: record.pairings.map(({ needId, offerId, state, since }) => ({ needId, offerId, state, since })),
    updates: record.bulletins.map(({ texts, sentAt }) => ({ texts, sentAt })),
  };
}
