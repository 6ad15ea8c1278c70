import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { whyNotMatch } from '../permissions.ts';
import { pairKey, pairOf } from '../rules/pool-city.ts';
import { currentWeights } from '../rules/weights.ts';
import {
  insertRound,
  insertWish,
  lockRound,
  markRoundClosed,
  markWishRemoved,
  type Round,
} from '../store/rounds.ts';
import {
  findRun,
  giveUpLostRuns,
  insertRun,
  markRunDone,
  markRunFailed,
  markRunStarted,
} from '../store/runs.ts';
import { poolOfRound } from './pool-of-round.ts';
import { refuseAt } from './say-standing.ts';
import { solveInThread } from './solve-in-thread.ts';
import { tellRoundOpened, tellRoundOver } from './tell-programme.ts';

type RoundOpened = Pick<Round, 'name' | 'shape' | 'maxPartners' | 'wish' | 'organisationId' | 'consentDays'>;

/** @returns the round's id */
export async function openRound(
  world: World,
  actor: Actor,
  said: RoundOpened,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotMatch(actor), 403);
      if (said.shape === 'groups' && said.maxPartners < 2)
        refuseAt({ field: 'maxPartners', reason: because('peer-exchange:group-needs-two') });
      const id = world.newId();
      await insertRound(
        tx,
        { ...said, id, day: dayInUtc(world.now()), weights: currentWeights },
        actor.personId,
      );
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.round-opened',
        subject: { kind: 'exchange-round', id },
        details: { round: said.name },
      });
      await tellRoundOpened(tx, world, { id, name: said.name, day: dayInUtc(world.now()) });
      return id;
    },
    { once },
  );
}

/** The round, locked, by somebody who may match, while it is still open. */
async function openRoundOf(tx: Tx, actor: Actor, roundId: string): Promise<Round> {
  refuseIf(whyNotMatch(actor), 403);
  const round = await lockRound(tx, roundId);
  if (!round) throw notFound();
  if (round.stage !== 'open') throw new Refusal(because('peer-exchange:round-not-open'), 409);
  return round;
}

/** Puts the matching in the queue. @returns the run's id */
export async function askForRun(
  world: World,
  actor: Actor,
  roundId: string,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const round = await openRoundOf(tx, actor, roundId);
      const { problem } = await poolOfRound(tx, round);
      if (problem.cities.length < 2) throw new Refusal(because('peer-exchange:pool-too-small'));
      await giveUpLostRuns(tx, roundId);
      const id = world.newId();
      if (!(await insertRun(tx, { id, roundId, askedBy: actor.personId })))
        throw new Refusal(because('peer-exchange:already-matching'), 409);
      await enqueue(tx, 'peer-exchange-match', { runId: id });
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.matching-asked',
        subject: { kind: 'exchange-round', id: roundId },
        details: { round: round.name, n: problem.cities.length },
      });
      return id;
    },
    { once },
  );
}

/** The job: reads the pool, solves beside, writes what was found. Done again after a crash it finds the same or finds it done. */
export async function runMatching(world: World, runId: string): Promise<void> {
  const pool = await atomically(world, systemActor, async (tx) => {
    const run = await findRun(tx, runId);
    if (!run || run.stage === 'done' || run.stage === 'failed') return undefined;
    const round = await lockRound(tx, run.roundId);
    if (!round) return undefined;
    await markRunStarted(tx, runId);
    return await poolOfRound(tx, round);
  });
  if (!pool) return;
  const { problem, lists, wishes } = pool;
  const result = await solveInThread(problem).catch(async (error: unknown) => {
    await atomically(world, systemActor, (tx) => markRunFailed(tx, runId, 'fault'));
    throw error;
  });
  await atomically(world, systemActor, async (tx) => {
    if (result) await markRunDone(tx, runId, { ...result, cities: problem.cities.length, lists, wishes });
    else await markRunFailed(tx, runId, 'pins-cannot-be-kept');
  });
}

interface WishMade {
  readonly roundId: string;
  readonly kind: 'pin' | 'forbid';
  readonly city: string;
  readonly other: string;
  readonly why: string;
}

/** Staff pin a pair, or forbid one. What one of the two does not want cannot be pinned. */
export async function makeWish(
  world: World,
  actor: Actor,
  said: WishMade,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const round = await openRoundOf(tx, actor, said.roundId);
      if (said.city === said.other)
        refuseAt({ field: 'other', reason: because('peer-exchange:with-itself') });
      const { problem } = await poolOfRound(tx, round);
      const present = new Set(problem.cities.map(({ id }) => id));
      for (const field of ['city', 'other'] as const)
        if (!present.has(said[field])) refuseAt({ field, reason: because('peer-exchange:not-in-pool') });
      const pair = pairKey(said.city, said.other);
      if (said.kind === 'pin' && problem.apart.some(([a, b]) => pairKey(a, b) === pair))
        refuseAt({ field: 'other', reason: because('peer-exchange:pin-of-vetoed') });
      const id = world.newId();
      const wish = { id, kind: said.kind, cities: pairOf(said.city, said.other), why: said.why };
      if (!(await insertWish(tx, said.roundId, wish, actor.personId)))
        refuseAt({ field: 'other', reason: because('peer-exchange:wish-stands') });
      await recordAct(tx, world, actor, {
        kind: said.kind === 'pin' ? 'peer-exchange.pair-pinned' : 'peer-exchange.pair-forbidden',
        subject: { kind: 'exchange-round', id: said.roundId },
        details: { why: said.why },
      });
      return id;
    },
    { once },
  );
}

export async function removeWish(
  world: World,
  actor: Actor,
  { roundId, wishId }: { readonly roundId: string; readonly wishId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await openRoundOf(tx, actor, roundId);
      if (!(await markWishRemoved(tx, roundId, wishId))) throw notFound();
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.wish-removed',
        subject: { kind: 'exchange-round', id: roundId },
      });
    },
    { once },
  );
}

/** Gives a round up before anybody was introduced. */
export async function closeRound(
  world: World,
  actor: Actor,
  roundId: string,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const round = await openRoundOf(tx, actor, roundId);
      await markRoundClosed(tx, roundId);
      await tellRoundOver(tx, world, roundId);
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.round-closed',
        subject: { kind: 'exchange-round', id: roundId },
        details: { round: round.name },
      });
    },
    { once },
  );
}
