import type { PartialDate } from '../../../../kernel/calendar-date.ts';
import type { CsvColumn } from '../../../../platform/exports/csv.ts';
import type { Edition, Forum, Participation } from '../../rules/forum.ts';

interface EditionLine {
  readonly forum: Forum;
  readonly edition: Edition;
}

export const editionColumns: readonly CsvColumn<EditionLine>[] = [
  { head: 'forum', cell: ({ forum }) => forum.slug },
  { head: 'acronym', cell: ({ forum }) => forum.acronym },
  { head: 'edition', cell: ({ edition }) => edition.slug },
  { head: 'name', cell: ({ edition }) => edition.name.en },
  { head: 'from', cell: ({ edition }) => written(edition.from) },
  { head: 'to', cell: ({ edition }) => written(edition.to) },
  { head: 'mode', cell: ({ edition }) => edition.mode },
  { head: 'city', cell: ({ edition }) => edition.city?.name },
  { head: 'country', cell: ({ edition }) => edition.country },
  { head: 'cities_named', cell: ({ edition }) => edition.participations.length },
  {
    head: 'sources',
    cell: ({ edition }) => edition.sources.map((source) => source.address ?? source.slug).join(' '),
  },
];

interface ParticipationLine {
  readonly edition: Edition;
  readonly participation: Participation;
}

export const participationColumns: readonly CsvColumn<ParticipationLine>[] = [
  { head: 'edition', cell: ({ edition }) => edition.slug },
  { head: 'city', cell: ({ participation }) => participation.city.name },
  { head: 'city_id', cell: ({ participation }) => participation.city.id },
  { head: 'country', cell: ({ participation }) => participation.city.country },
  { head: 'person', cell: ({ participation }) => participation.personName },
  { head: 'role', cell: ({ participation }) => participation.role },
  { head: 'date', cell: ({ participation }) => written(participation.date) },
  { head: 'inferred', cell: ({ participation }) => participation.inferred },
  {
    head: 'sources',
    cell: ({ participation }) =>
      participation.sources.map((source) => source.address ?? source.slug).join(' '),
  },
];

/** As much of the date as its source says. */
function written(date: PartialDate | null): string | null {
  return date && date.date.slice(0, { year: 4, month: 7, day: 10 }[date.precision]);
}

/** A forum as other systems read it; published figures stay published figures. */
export function forumForSystems(forum: Forum) {
  const { slug, name, acronym, convenedBy, everyMonths, address } = forum;
  const editions = forum.editions.map((edition) => ({
    slug: edition.slug,
    name: edition.name,
    from: written(edition.from),
    to: written(edition.to),
    mode: edition.mode,
    city: edition.city && { id: edition.city.id, name: edition.city.name },
    country: edition.country,
    published: edition.figures.map(({ key, value, unit, currency, qualifier, wording, date, sources }) => ({
      key,
      value,
      unit,
      currency,
      qualifier,
      wording,
      date,
      source: sources[0]?.address ?? null,
    })),
    cities: edition.participations.map(({ city, role, personName, date }) => ({
      id: city.id,
      name: city.name,
      country: city.country,
      role,
      person: personName,
      date: written(date),
    })),
  }));
  return { slug, name, acronym, convenedBy, everyMonths, address, editions };
}
