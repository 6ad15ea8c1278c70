import type { Edition } from '../read-edition.ts';
import type { Relationship } from '../schema/organisations.ts';
import { cityOf, claimFrom, type EditionClaim, organisationOf } from './claim.ts';

const ownVoice = new Set(['spoke', 'spoke-in-plenary', 'in-national-delegation']);

/** One engagement a dated record: a seat begun, a forum, a grant announced, a pledge, a meeting. */
export function engagementClaims(edition: Edition): EditionClaim[] {
  return [...fromSeats(edition), ...fromForums(edition), ...fromGrants(edition), ...fromActs(edition)];
}

function fromSeats(edition: Edition): EditionClaim[] {
  return edition.seats.flatMap((seat) =>
    seat.city === null || seat.from === null
      ? []
      : [
          claimFrom('seats.json', seat, {
            kind: 'city-engaged',
            subject: cityOf(seat.city),
            date: seat.from,
            occasion: seat.body,
          }),
        ],
  );
}

function fromForums(edition: Edition): EditionClaim[] {
  const held = new Map(edition.editions.map((e) => [e.id, e.from]));
  return edition.participations.flatMap((participation) => {
    const date = participation.date ?? held.get(participation.edition) ?? null;
    if (date === null) return [];
    const stated = { subject: cityOf(participation.city), date, occasion: participation.id };
    const engaged = claimFrom('participations.json', participation, { kind: 'city-engaged', ...stated });
    if (!ownVoice.has(participation.role)) return [engaged];
    return [engaged, claimFrom('participations.json', participation, { kind: 'seat-at-forum', ...stated })];
  });
}

function fromGrants(edition: Edition): EditionClaim[] {
  return edition.grants.map((grant) =>
    claimFrom('grants.json', grant, {
      kind: 'city-engaged',
      subject: cityOf(grant.city),
      date: grant.announced,
      occasion: grant.id,
    }),
  );
}

function fromActs(edition: Edition): EditionClaim[] {
  return edition.cityEngagements.flatMap((act) => {
    const stated = { subject: cityOf(act.city), date: act.date, occasion: act.id };
    const engaged = claimFrom('city-engagements.json', act, { kind: 'city-engaged', ...stated });
    if (act.kind !== 'pledged') return [engaged];
    return [engaged, claimFrom('city-engagements.json', act, { kind: 'commitment-made', ...stated })];
  });
}

const partnering = new Set<Relationship['relation']>([
  'strategic-partner',
  'network-partner',
  'coalition-member',
  'convenor',
  'advisor',
]);

/** One claim an organisation, from the earliest of its partnerships; the council is not its own partner. */
export function partnerClaims(edition: Edition): EditionClaim[] {
  const earliest = new Map<string, Relationship & { from: string }>();
  for (const relationship of edition.relationships) {
    const { organisation, from, relation } = relationship;
    if (organisation === 'mmc' || from === null || !partnering.has(relation)) continue;
    const known = earliest.get(organisation);
    if (!known || from < known.from) earliest.set(organisation, { ...relationship, from });
  }
  return [...earliest.values()].map((relationship) =>
    claimFrom('relationships.json', relationship, {
      kind: 'partner',
      subject: organisationOf(relationship.organisation),
      date: relationship.from,
      occasion: '',
    }),
  );
}

/** Named positions whose date is known; an undated one waits until someone dates it. */
export function positionClaims(edition: Edition): EditionClaim[] {
  return edition.positions.flatMap((position) =>
    position.date === null
      ? []
      : [
          claimFrom('positions.json', position, {
            kind: 'position-influenced',
            subject: { kind: 'position', id: position.id },
            date: position.date,
            occasion: '',
          }),
        ],
  );
}

export function commitmentClaims(edition: Edition): EditionClaim[] {
  return edition.commitments.flatMap((commitment) => {
    const [first, ...others] = [...commitment.holders.map(organisationOf), ...commitment.cities.map(cityOf)];
    if (!first) return [];
    return [
      claimFrom('commitments.json', commitment, {
        kind: 'commitment-made',
        subject: first,
        alongside: others,
        date: commitment.date,
        occasion: commitment.id,
      }),
    ];
  });
}
