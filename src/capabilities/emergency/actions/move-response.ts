import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import { whyNotMove } from '../permissions.ts';
import type { Move } from '../rules/response.ts';
import { changeResponse, type Standing } from '../store/response.ts';
import { lockedResponse } from './locked-response.ts';

/** One press each: out to the public, confirmed by a second person, or back in. */
export async function moveResponse(
  world: World,
  actor: Actor,
  { id, move }: { readonly id: string; readonly move: Move },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const standing = await lockedResponse(tx, actor, id);
      refuseIf(whyNotMove(actor, standing, move));
      await changeResponse(tx, id, changeOf(move, actor, world.now()));
      const kind = ({ publish: 'published', confirm: 'confirmed', 'take-back': 'taken-back' } as const)[move];
      await recordAct(tx, world, actor, {
        kind: `emergency.${kind}`,
        subject: { kind: 'emergency', id },
        details: { slug: standing.slug },
      });
      if (move === 'publish') await announce(tx, world, published(standing));
    },
    { once },
  );
}

function changeOf(move: Move, actor: Actor, now: Date): Parameters<typeof changeResponse>[2] {
  const person = actor.personId ?? '';
  if (move === 'confirm') return { confirmed_by: person, confirmed_at: now };
  if (move === 'take-back') return { stage: 'withdrawn', confirmed_by: null, confirmed_at: null };
  return {
    stage: 'published',
    published_by: person,
    published_at: now,
    confirmed_by: null,
    confirmed_at: null,
  };
}

function published({ id, slug, cityIds }: Standing) {
  return { kind: 'emergency-published', payload: { responseId: id, slug, cityIds } };
}

/** Ends it with what was learned; the page stays as a record. Announces `emergency-closed`. */
export async function closeResponse(
  world: World,
  actor: Actor,
  closing: { readonly id: string; readonly lessons: string; readonly language: Language },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const standing = await lockedResponse(tx, actor, closing.id);
      refuseIf(whyNotMove(actor, standing, 'close'));
      await changeResponse(tx, closing.id, {
        stage: 'closed',
        closed_at: world.now(),
        lessons: closing.lessons,
        lessons_language: closing.language,
      });
      await recordAct(tx, world, actor, {
        kind: 'emergency.closed',
        subject: { kind: 'emergency', id: closing.id },
        details: { slug: standing.slug },
      });
      const { id, slug, cityIds } = standing;
      await announce(tx, world, { kind: 'emergency-closed', payload: { responseId: id, slug, cityIds } });
    },
    { once },
  );
}
