import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotRun } from '../permissions.ts';
import { nextStates, type PairingState } from '../rules/help.ts';
import {
  changeSide,
  countLive,
  insertPairing,
  isPaired,
  lockPairing,
  lockSide,
  markPairing,
  notePairingStep,
} from '../store/help.ts';
import { lockedAlive, refuseAt } from './locked-response.ts';

interface Pair {
  readonly responseId: string;
  readonly needId: string;
  readonly offerId: string;
  readonly remark: string | null;
}

/** Staff bring an offer to a need. Two helpers for one need are allowed, and shown. @returns the pairing's id */
export async function pairUp(world: World, actor: Actor, pair: Pair, once?: Submission): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      await lockedAlive(tx, actor, pair.responseId);
      const need = await lockSide(tx, 'need', pair.needId);
      const offer = await lockSide(tx, 'offer', pair.offerId);
      if (need?.responseId !== pair.responseId || need.stage !== 'open')
        refuseAt('need', because('emergency:side-not-open'));
      if (offer?.responseId !== pair.responseId || offer.stage !== 'open')
        refuseAt('offer', because('emergency:side-not-open'));
      if (await isPaired(tx, pair.needId, pair.offerId))
        refuseAt('offer', because('emergency:paired-already'));
      const id = world.newId();
      await insertPairing(tx, { ...pair, id });
      await notePairingStep(tx, step(world, actor, id, 'offered', pair.remark));
      await recordAct(tx, world, actor, {
        kind: 'emergency.paired',
        subject: { kind: 'emergency', id: pair.responseId },
        details: { need: need?.what.slice(0, 80) ?? '', offer: offer?.what.slice(0, 80) ?? '' },
      });
      return id;
    },
    { once },
  );
}

interface Moved {
  readonly id: string;
  readonly to: PairingState;
  readonly remark: string | null;
  readonly version: number;
}

/** Nothing is agreed before both sides are known to be who they say; the last helper's end meets the need. */
export async function movePairing(
  world: World,
  actor: Actor,
  moved: Moved,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const held = await lockPairing(tx, moved.id);
      if (!held) throw notFound();
      if (held.version !== moved.version) throw new Stale({ to: held.state }, held.version);
      if (!nextStates(held.state).includes(moved.to))
        refuseAt('to', because('emergency:not-from-this-stage'));
      const need = await lockSide(tx, 'need', held.needId);
      const offer = await lockSide(tx, 'offer', held.offerId);
      if (moved.to === 'agreed' && !(need?.isVerified && offer?.isVerified))
        refuseAt('to', because('emergency:both-verified-first'));
      await markPairing(tx, moved.id, moved.to, world.now());
      await notePairingStep(tx, step(world, actor, moved.id, moved.to, moved.remark));
      if (moved.to === 'done' && need?.stage === 'open' && (await countLive(tx, held.needId)) === 0)
        await changeSide(tx, 'need', held.needId, { stage: 'met' });
      await recordAct(tx, world, actor, {
        kind: 'emergency.pairing-moved',
        subject: { kind: 'emergency', id: held.responseId },
        cityId: need?.cityId ?? null,
        // ICU's selectors hold no hyphen.
        details: { state: moved.to.replaceAll('-', '') },
      });
    },
    { once },
  );
}

function step(world: World, actor: Actor, pairingId: string, state: PairingState, remark: string | null) {
  return { id: world.newId(), pairingId, state, remark, byPerson: actor.personId ?? '' };
}
