import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotDesk } from '../permissions.ts';
import { saveSkillRow, type Skills } from '../store/desk-people.ts';

/** What I speak and know, and until when I am away: suggestions rest on it. */
export async function saveSkills(
  world: World,
  actor: Actor,
  skills: Skills,
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotDesk(actor), 403);
  const { personId } = actor;
  if (!personId) throw notFound();
  await atomically(
    world,
    actor,
    async (tx) => {
      await saveSkillRow(tx, personId, skills);
      await recordAct(tx, world, actor, {
        kind: 'support-desk.skills-saved',
        subject: { kind: 'person', id: personId },
      });
      return null;
    },
    { once },
  );
}
