import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { hashToken, newToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { whyNotMatch } from '../permissions.ts';
import { sharedLanguages } from '../rules/languages.ts';
import type { MatchingProblem, Proposal } from '../rules/matching/problem.ts';
import { pairKey } from '../rules/pool-city.ts';
import { listProfiles, type Profile } from '../store/city-standing.ts';
import { type Contact, insertExchange, insertParticipant, type NewExchange } from '../store/exchanges.ts';
import { lockRound, markRoundConfirmed, type Round } from '../store/rounds.ts';
import { findLatestRun } from '../store/runs.ts';
import { currentContacts } from './current-contacts.ts';
import { type NamesIn, namesOf, postIntroduction } from './letters.ts';
import { poolOfRound } from './pool-of-round.ts';
import { tellAsked, tellRoundOver } from './tell-programme.ts';

/**
 * Introduces every pair and group of the latest run: each city is asked by mail whether it wants to.
 * Refused when pins, vetoes or cities changed since the run: what is sent is what was seen.
 */
export async function confirmRound(
  world: World,
  actor: Actor,
  { roundId, runId }: { readonly roundId: string; readonly runId: string },
  once?: Submission,
): Promise<number> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotMatch(actor), 403);
      const round = await lockRound(tx, roundId);
      if (!round) throw notFound();
      if (round.stage !== 'open') throw new Refusal(because('peer-exchange:round-not-open'), 409);
      const run = await findLatestRun(tx, roundId);
      if (!run?.result || run.id !== runId) throw new Refusal(because('peer-exchange:run-is-old'), 409);
      const { proposals, wishes } = run.result;
      if (proposals.length === 0) throw new Refusal(because('peer-exchange:nothing-to-confirm'));
      const now = await poolOfRound(tx, round);
      if (now.wishes.join() !== wishes.join() || !stillHolds(proposals, now.problem))
        throw new Refusal(because('peer-exchange:run-is-old'), 409);
      await introduceAll(tx, world, round, proposals, now.problem);
      await markRoundConfirmed(tx, roundId, actor.personId);
      await tellRoundOver(tx, world, roundId);
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.round-confirmed',
        subject: { kind: 'exchange-round', id: roundId },
        details: { round: round.name, n: proposals.length },
      });
      return proposals.length;
    },
    { once },
  );
}

/** Nobody has left the pool, and nobody has said since that they will not meet. */
function stillHolds(proposals: readonly Proposal[], problem: MatchingProblem): boolean {
  const present = new Set(problem.cities.map(({ id }) => id));
  const apart = new Set(problem.apart.map(([a, b]) => pairKey(a, b)));
  return proposals.every(
    ({ cities }) =>
      cities.every((city) => present.has(city)) &&
      !cities.some((a) => cities.some((b) => a < b && apart.has(pairKey(a, b)))),
  );
}

async function introduceAll(
  tx: Tx,
  world: World,
  round: Round,
  proposals: readonly Proposal[],
  problem: MatchingProblem,
): Promise<void> {
  const profiles = new Map((await listProfiles(tx)).map((profile) => [profile.cityId, profile]));
  const names = await namesOf(tx, [...profiles.keys()]);
  const spoken = new Map(problem.cities.map(({ id, languages }) => [id, languages]));
  const consentBy = new Date(world.now().getTime() + round.consentDays * 86_400_000);
  for (const proposal of proposals) {
    const exchange: NewExchange = {
      id: world.newId(),
      roundId: round.id,
      cityIds: proposal.cities,
      hostCity: proposal.host,
      topics: [...new Set(proposal.grounds.flatMap(({ lessons }) => lessons.map(({ topic }) => topic)))],
      languages: sharedLanguages(proposal.cities.map((city) => spoken.get(city) ?? [])),
      grounds: proposal.grounds,
      points: proposal.points,
      consentBy,
    };
    await insertExchange(tx, exchange);
    for (const cityId of proposal.cities) {
      const profile = profiles.get(cityId);
      if (profile) await introduce(tx, world, exchange, contactOf(profile), cityId, names);
    }
  }
}

async function introduce(
  tx: Tx,
  world: World,
  exchange: NewExchange,
  contact: Contact,
  cityId: string,
  names: NamesIn,
): Promise<void> {
  const token = newToken(world);
  await insertParticipant(tx, { exchangeId: exchange.id, cityId, tokenHash: hashToken(token), contact });
  for (const to of await currentContacts(tx, world, cityId, contact))
    await postIntroduction(tx, world, { to, cityId, exchange, names, token });
  await tellAsked(tx, world, {
    what: 'introduction',
    exchangeId: exchange.id,
    cityId,
    city: names('en')(cityId),
    until: exchange.consentBy,
  });
}

function contactOf({ contactName, contactEmail, contactLanguage }: Profile): Contact {
  return { name: contactName, email: contactEmail, language: contactLanguage };
}
