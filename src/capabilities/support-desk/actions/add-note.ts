import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotDesk } from '../permissions.ts';
import { findCase } from '../store/cases.ts';
import { insertNote } from '../store/notes.ts';

/** A note for colleagues. It is never mailed, announced or exported. */
export async function addNote(
  world: World,
  actor: Actor,
  note: { readonly caseId: string; readonly body: string },
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotDesk(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      const about = await findCase(tx, note.caseId);
      if (!about || !actor.personId) throw notFound();
      await insertNote(tx, { ...note, id: world.newId(), personId: actor.personId });
      await recordAct(tx, world, actor, {
        kind: 'support-desk.noted',
        subject: { kind: 'case', id: about.id },
        details: { reference: about.reference },
      });
      return null;
    },
    { once },
  );
}
