import type { Edition, EditionClaim } from '../../../edition/index.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

interface Named {
  readonly id: string;
}

/** What each record of the edition is about, in its own words: the statement of the claims that stem from it. */
export function statementsOf(edition: Edition): (origin: EditionClaim['origin']) => LocalText {
  const names = new Map<string, LocalText>([
    ...nameAll(edition.bodies, (one) => one.name),
    ...nameAll(edition.editions, (one) => one.name),
    ...nameAll(edition.windows, (one) => one.name),
    ...nameAll(edition.organisations, (one) => one.name),
  ]);
  const nameOf = (id: string | null): LocalText => names.get(id ?? '') ?? council(edition);
  const statements = new Map<string, LocalText>([
    ...within('seats.json', edition.seats, (seat) => nameOf(seat.body)),
    ...within('participations.json', edition.participations, (one) => one.what ?? nameOf(one.edition)),
    ...within('city-engagements.json', edition.cityEngagements, (act) => act.title),
    ...within('grants.json', edition.grants, (grant) => grant.project ?? nameOf(grant.window)),
    ...within('relationships.json', edition.relationships, ({ object }) =>
      'id' in object ? nameOf(object.id) : council(edition),
    ),
    ...within('positions.json', edition.positions, (position) => position.title),
    ...within('commitments.json', edition.commitments, (commitment) => commitment.title),
    ...within('commitments-of-donors.json', edition.donorCommitments, (one) => nameOf(one.window)),
    ...within('unlocked-funding.json', edition.unlockedFunding, (funding) => funding.title),
    ...within('results.json', edition.results, (result) => result.what),
  ]);
  return ({ file, record }) => {
    const statement = statements.get(`${file} ${record}`);
    if (!statement) throw new RangeError(`no statement for ${record} of ${file}`);
    return statement;
  };
}

function nameAll<T extends Named>(
  records: readonly T[],
  name: (record: T) => LocalText,
): [string, LocalText][] {
  return records.map((record) => [record.id, name(record)]);
}

function within<T extends Named>(
  file: string,
  records: readonly T[],
  say: (record: T) => LocalText,
): [string, LocalText][] {
  return records.map((record) => [`${file} ${record.id}`, say(record)]);
}

function council(edition: Edition): LocalText {
  const mmc = edition.organisations.find(({ id }) => id === 'mmc');
  if (!mmc) throw new RangeError('the edition does not name the council');
  return mmc.name;
}
