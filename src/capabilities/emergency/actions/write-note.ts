import { type Actor, citiesOf } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotNote } from '../permissions.ts';
import { findNote, insertNote, type NewNote } from '../store/notes.ts';
import { findStanding } from '../store/response.ts';
import { refuseAt } from './locked-response.ts';

/** How a city stands, said once and never changed; a correction is a new note that names the one it corrects. */
export async function writeNote(world: World, actor: Actor, note: NewNote, once?: Submission): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const standing = await findStanding(tx, note.responseId);
      if (!standing) throw notFound();
      refuseIf(whyNotNote(actor, standing, note.cityId));
      if (note.on > dayInUtc(world.now())) refuseAt('on', because('emergency:not-yet'));
      if (note.corrects !== null) {
        const earlier = await findNote(tx, note.corrects);
        if (!earlier || earlier.responseId !== note.responseId || earlier.cityId !== note.cityId)
          throw notFound();
        refuseIf(earlier.isCorrected ? because('emergency:corrected-already') : undefined);
      }
      await insertNote(tx, {
        ...note,
        id: world.newId(),
        authorId: actor.personId ?? '',
        fromCity: citiesOf(actor).includes(note.cityId),
      });
      await recordAct(tx, world, actor, {
        kind: note.corrects === null ? 'emergency.note-written' : 'emergency.note-corrected',
        subject: { kind: 'emergency', id: note.responseId },
        cityId: note.cityId,
        details: { audience: note.audience },
      });
    },
    { once },
  );
}
