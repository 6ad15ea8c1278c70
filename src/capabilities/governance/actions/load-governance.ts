import type { Body, Seat } from '../../../edition/index.ts';
import type { Person } from '../../../edition/index.ts';
import type { City } from '../../../edition/index.ts';
import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { loadRows } from '../../../platform/database/edition-rows.ts';
import { citeEdition } from '../../library/index.ts';
import { tenureColumns } from '../store/tenure-columns.ts';
import { readTenure } from '../rules/read-tenure.ts';
import { tellCities } from './tell-cities.ts';

export interface GovernanceEdition {
  readonly bodies: readonly Body[];
  readonly seats: readonly Seat[];
  readonly cities: readonly City[];
  readonly persons: readonly Person[];
}

/** Brings in bodies and seats, what they rest on, and what the seats say of cities. After people, cities and sources. */
export async function loadGovernance(tx: Tx, edition: GovernanceEdition): Promise<void> {
  const { bodies, seats } = edition;
  await loadRows(tx, 'governance.body', bodies.map(bodyRow));
  await loadRows(tx, 'governance.seat', seats.map(seatRow(edition)), 'changeable');
  const names = new Map(bodies.map((body) => [body.id, body.name]));
  await citeEdition(
    tx,
    'governance',
    'body',
    bodies.map((body) => ({
      id: stableId('body', body.id),
      label: body.name,
      path: `/bodies/${body.id}`,
      sources: body.sources,
    })),
  );
  const holders = holderNames(edition);
  await citeEdition(
    tx,
    'governance',
    'seat',
    seats.map((seat) => ({
      id: stableId('seat', seat.id),
      label: besideEachOther(holders(seat), names.get(seat.body)),
      path: `/bodies/${seat.body}`,
      sources: seat.sources,
    })),
  );
  await tellCities(tx);
}

function bodyRow(body: Body) {
  return {
    id: stableId('body', body.id),
    slug: body.id,
    name: body.name,
    acronym: body.acronym,
    belongs_to: body.belongsTo,
    purpose: body.purpose,
    composition: body.composition,
    cadence: body.cadence,
    term_months: body.termMonths,
    appointment: body.appointment,
    decision_power: body.decisionRule.power,
    decision_majority: body.decisionRule.majority,
    quorum_percent: body.decisionRule.quorumPercent,
    decision_note: body.decisionRule.note,
    parent_id: body.parent && stableId('body', body.parent),
    predecessor_id: body.predecessor && stableId('body', body.predecessor),
    ...tenureColumns(readTenure(body)),
    inferred: body.inferred,
    remark: body.remark,
  };
}

function seatRow(edition: GovernanceEdition) {
  const cityIds = cityIdsOf(edition.cities);
  const persons = new Map(edition.persons.map((person) => [person.id, person.name]));
  const knownAs = new Map(edition.cities.map((city) => [city.id, city.knownAs]));
  return (seat: Seat) => ({
    id: stableId('seat', seat.id),
    body_id: stableId('body', seat.body),
    city_id: (seat.city && cityIds.get(seat.city)) ?? null,
    city_known_as: (seat.city && knownAs.get(seat.city)) ?? null,
    person_name: (seat.person && persons.get(seat.person)) ?? null,
    person_id: seat.person && stableId('person', seat.person),
    organisation_id: seat.organisation && stableId('organisation', seat.organisation),
    role: seat.role,
    ...tenureColumns(readTenure(seat)),
    inferred: seat.inferred,
    remark: seat.remark,
  });
}

function cityIdsOf(cities: readonly City[]): ReadonlyMap<string, string> {
  return new Map(cities.map((city) => [city.id, cityIdFromGeonames(city.geonamesId)]));
}

function holderNames(edition: GovernanceEdition): (seat: Seat) => string {
  const cities = new Map(edition.cities.map((city) => [city.id, city.knownAs ?? city.name]));
  const persons = new Map(edition.persons.map((person) => [person.id, person.name]));
  return (seat) =>
    [seat.city && cities.get(seat.city), seat.person && persons.get(seat.person)].filter(Boolean).join(', ');
}

function besideEachOther(holder: string, body: LocalText | undefined): LocalText {
  const say = (name = '') => (holder ? `${holder} · ${name}` : name);
  return {
    en: say(body?.en),
    fr: say(body?.fr),
    es: say(body?.es),
    pt: say(body?.pt),
    ar: say(body?.ar),
  };
}
