import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findWordingVersion, saveWording } from '../store/response.ts';
import { lockedAlive } from './locked-response.ts';

export interface WordsSaid {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly what: string;
  /** 0 for a language not yet written. */
  readonly version: number;
}

/** Title and text in one language. @throws Stale when somebody else wrote them meanwhile */
export async function saveWords(
  world: World,
  actor: Actor,
  said: WordsSaid,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await lockedAlive(tx, actor, said.id);
      const before = await findWordingVersion(tx, { responseId: said.id, language: said.language });
      if ((before?.version ?? 0) !== said.version)
        throw new Stale({ title: before?.title ?? '', what: before?.what ?? '' }, before?.version ?? 0);
      await saveWording(tx, {
        ...said,
        responseId: said.id,
        isFirst: false,
        writtenBy: actor.personId ?? '',
        now: world.now(),
      });
      await recordAct(tx, world, actor, {
        kind: 'emergency.words-saved',
        subject: { kind: 'emergency', id: said.id },
        details: { language: said.language, title: said.title },
      });
    },
    { once },
  );
}
