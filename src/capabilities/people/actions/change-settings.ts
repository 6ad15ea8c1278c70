import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { saveSettings } from '../store/persons.ts';

/** One's own language of mail and time zone. */
export async function changeSettings(
  world: World,
  actor: Actor,
  settings: { readonly language: Language; readonly timeZone: string },
  once?: Submission,
): Promise<void> {
  const { personId } = actor;
  if (!personId) throw new Refusal(because('people:sign-in-first'), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      await saveSettings(tx, personId, settings);
      await recordAct(tx, world, actor, {
        kind: 'people.settings-changed',
        subject: { kind: 'person', id: personId },
      });
    },
    { once },
  );
}
