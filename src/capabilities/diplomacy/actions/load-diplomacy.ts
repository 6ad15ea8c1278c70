import type { Forum, ForumEdition, Participation } from '../../../edition/index.ts';
import type { Person } from '../../../edition/index.ts';
import type { City } from '../../../edition/index.ts';
import { type PartialDate, parsePartialDate } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { loadRows } from '../../../platform/database/edition-rows.ts';
import { loadEngagements } from '../../city-registry/index.ts';
import { citeEdition } from '../../library/index.ts';

export interface DiplomacyEdition {
  readonly processes: readonly Forum[];
  readonly editions: readonly ForumEdition[];
  readonly participations: readonly Participation[];
  readonly cities: readonly City[];
  readonly persons: readonly Person[];
}

const engagementKinds = {
  attended: 'attended-forum',
  spoke: 'spoke-at-forum',
  'spoke-in-plenary': 'spoke-in-plenary',
  'in-national-delegation': 'in-national-delegation',
  hosted: 'hosted-forum',
} as const;

/** Brings in forums, their editions and the cities named there. After people, cities and sources. */
export async function loadDiplomacy(tx: Tx, edition: DiplomacyEdition): Promise<void> {
  const { processes, editions, participations } = edition;
  const cityIds = new Map(edition.cities.map((city) => [city.id, cityIdFromGeonames(city.geonamesId)]));
  const cityNames = new Map(edition.cities.map((city) => [city.id, city.knownAs ?? city.name]));
  const knownAs = new Map(edition.cities.map((city) => [city.id, city.knownAs]));
  const persons = new Map(edition.persons.map((person) => [person.id, person.name]));
  const meetings = new Map(editions.map((one) => [one.id, one]));

  await loadRows(tx, 'diplomacy.forum', processes.map(forumRow));
  await loadRows(
    tx,
    'diplomacy.edition',
    editions.map((one) => editionRow(one, one.city ? (cityIds.get(one.city) ?? null) : null)),
  );
  const known = participations.flatMap((one) => {
    const cityId = cityIds.get(one.city);
    const meeting = meetings.get(one.edition);
    return cityId && meeting ? [{ ...one, cityId, meeting, knownAs: knownAs.get(one.city) ?? null }] : [];
  });
  await loadRows(
    tx,
    'diplomacy.participation',
    known.map((one) => ({
      id: stableId('participation', one.id),
      edition_id: stableId('edition', one.edition),
      city_id: one.cityId,
      city_known_as: one.knownAs,
      person_name: (one.person && persons.get(one.person)) ?? null,
      role: one.role,
      ...dated('date', one.date),
      what: one.what,
      inferred: one.inferred,
      remark: one.remark,
    })),
  );
  await cite(tx, edition, (one) => cityNames.get(one.city) ?? one.city);
  await loadEngagements(
    tx,
    'diplomacy',
    known.map((one) => ({
      id: stableId('engagement', `diplomacy ${one.id}`),
      cityId: one.cityId,
      kind: engagementKinds[one.role],
      when: whenOf(one.date, one.meeting),
      object: one.meeting.name,
      record: {
        capability: 'diplomacy',
        id: stableId('participation', one.id),
        path: `/forums/${one.meeting.process}`,
      },
      visibility: 'public' as const,
      inferred: one.inferred,
      remark: one.remark,
    })),
  );
}

function forumRow(forum: Forum) {
  return {
    id: stableId('forum', forum.id),
    slug: forum.id,
    name: forum.name,
    acronym: forum.acronym,
    convened_by: forum.convenedBy,
    every_months: forum.everyMonths,
    address: forum.address,
    inferred: forum.inferred,
    remark: forum.remark,
  };
}

function editionRow(edition: ForumEdition, cityId: string | null) {
  const [from, to] = [partial(edition.from), partial(edition.to)];
  return {
    id: stableId('edition', edition.id),
    slug: edition.id,
    forum_id: stableId('forum', edition.process),
    name: edition.name,
    from_date: from?.date ?? null,
    from_precision: from?.precision ?? null,
    to_date: to?.date ?? null,
    to_precision: to?.precision ?? null,
    mode: edition.mode,
    city_id: cityId,
    country: edition.country,
    inferred: edition.inferred,
    remark: edition.remark,
  };
}

async function cite(
  tx: Tx,
  edition: DiplomacyEdition,
  cityOf: (one: Participation) => string,
): Promise<void> {
  const { processes, editions, participations } = edition;
  const meetings = new Map(editions.map((one) => [one.id, one]));
  await citeEdition(
    tx,
    'diplomacy',
    'forum',
    processes.map((one) => ({
      id: stableId('forum', one.id),
      label: one.name,
      path: `/forums/${one.id}`,
      sources: one.sources,
    })),
  );
  await citeEdition(
    tx,
    'diplomacy',
    'edition',
    editions.map((one) => ({
      id: stableId('edition', one.id),
      label: one.name,
      path: `/forums/${one.process}`,
      sources: one.sources,
    })),
  );
  await citeEdition(
    tx,
    'diplomacy',
    'participation',
    participations.flatMap((one) => {
      const meeting = meetings.get(one.edition);
      if (!meeting) return [];
      const label = before(cityOf(one), meeting.name);
      return [
        {
          id: stableId('participation', one.id),
          label,
          path: `/forums/${meeting.process}`,
          sources: one.sources,
        },
      ];
    }),
  );
}

function before(city: string, { en, fr, es, pt, ar }: LocalText): LocalText {
  const say = (name: string) => `${city} · ${name}`;
  return { en: say(en), fr: say(fr), es: say(es), pt: say(pt), ar: say(ar) };
}

/** The day of the part it took, else the days of the meeting. */
function whenOf(date: string | null, meeting: ForumEdition) {
  const from = partial(date ?? meeting.from);
  const to = date ? null : partial(meeting.to);
  const end = to ?? from;
  return {
    from,
    fromCertainty: from && ('stated' as const),
    to: end,
    toCertainty: end && ('stated' as const),
    lastListed: null,
  };
}

function dated(name: 'date', text: string | null) {
  const read = partial(text);
  return { [name]: read?.date ?? null, date_precision: read?.precision ?? null };
}

function partial(text: string | null): PartialDate | null {
  return text === null ? null : (parsePartialDate(text) ?? null);
}
