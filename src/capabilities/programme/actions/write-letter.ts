import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeep } from '../permissions.ts';
import { unknownBlanks } from '../rules/letter.ts';
import { findActivity } from '../store/activities.ts';
import { listLetters, saveLetter } from '../store/letters.ts';

interface LetterSaid {
  readonly activityId: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly version: number;
}

/** The activity's own words of invitation in one language; letters sent before stay as they were. */
export async function writeLetter(
  world: World,
  actor: Actor,
  said: LetterSaid,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeep(actor), 403);
      const activity = await findActivity(tx, said.activityId);
      if (!activity) throw notFound();
      for (const field of ['subject', 'body'] as const) {
        const [odd] = unknownBlanks(said[field]);
        if (odd !== undefined)
          throw Object.assign(new Refusal(because('programme:unknown-blank', { word: odd })), { field });
      }
      if (!(await saveLetter(tx, said.activityId, said, said.version, actor.personId))) {
        const now = (await listLetters(tx, said.activityId)).find(
          ({ language }) => language === said.language,
        );
        throw new Stale({ subject: now?.subject ?? '', body: now?.body ?? '' }, now?.version ?? 0);
      }
      await recordAct(tx, world, actor, {
        kind: 'programme.letter-written',
        subject: { kind: 'activity', id: said.activityId },
        details: { title: activity.title.en, language: said.language },
      });
    },
    { once },
  );
}
