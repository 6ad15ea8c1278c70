import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotRun, whyNotSpeakFor } from '../permissions.ts';
import { changeSide, lockSide, type SideName, type StoredSide } from '../store/help.ts';

interface SideNamed {
  readonly side: SideName;
  readonly id: string;
  readonly version: number;
}

/** It comes from whom it says: staff know by a channel of their own. */
export async function verifySide(
  world: World,
  actor: Actor,
  said: SideNamed & { readonly how: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const held = await lockedSide(tx, said);
      refuseIf(held.isVerified ? because('emergency:verified-already') : undefined);
      await changeSide(tx, said.side, said.id, {
        verified_by: actor.personId ?? '',
        verified_how: said.how,
      });
      await note(tx, world, actor, 'side-verified', held);
    },
    { once },
  );
}

/** The side itself, or staff on its word, says whether the public page may name it. */
export async function sayConsent(
  world: World,
  actor: Actor,
  said: SideNamed & { readonly mayShow: boolean },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const held = await lockedSide(tx, said);
      refuseIf(whyNotSpeakFor(actor, held.cityId), 404);
      await changeSide(tx, said.side, said.id, { may_show: said.mayShow });
      await note(tx, world, actor, said.mayShow ? 'showing-agreed' : 'showing-refused', held);
    },
    { once },
  );
}

/** No longer asked or offered. */
export async function withdrawSide(
  world: World,
  actor: Actor,
  said: SideNamed,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const held = await lockedSide(tx, said);
      refuseIf(whyNotSpeakFor(actor, held.cityId), 404);
      refuseIf(held.stage === 'open' ? undefined : because('emergency:side-not-open'));
      await changeSide(tx, said.side, said.id, { stage: 'withdrawn' });
      await note(tx, world, actor, 'side-withdrawn', held);
    },
    { once },
  );
}

async function lockedSide(tx: Tx, { side, id, version }: SideNamed): Promise<StoredSide> {
  const held = await lockSide(tx, side, id);
  if (!held) throw notFound();
  if (held.version !== version) throw new Stale({ what: held.what }, held.version);
  return held;
}

async function note(
  tx: Tx,
  world: World,
  actor: Actor,
  what: 'side-verified' | 'showing-agreed' | 'showing-refused' | 'side-withdrawn',
  held: StoredSide,
): Promise<void> {
  await recordAct(tx, world, actor, {
    kind: `emergency.${what}`,
    subject: { kind: 'emergency', id: held.responseId },
    cityId: held.cityId,
    details: { what: held.what.slice(0, 100) },
  });
}
