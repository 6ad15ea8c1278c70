import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotTranslate } from '../permissions.ts';
import { readReturned } from '../rules/returned.ts';
import { lockText } from '../store/renderings.ts';
import { insertReturnedFile, lockReturnedFile, markTaken } from '../store/returned-files.ts';
import { type Subject, textsOf } from '../store/texts.ts';
import { writeInto } from './write-renderings.ts';
import { readXliff, refuseOtherLanguages } from './xliff.ts';

/** Reads a translator's file and keeps it beside what stands, for somebody to look at. @returns its id */
export async function keepReturnedFile(
  world: World,
  actor: Actor,
  input: { readonly subject: Subject; readonly name: string; readonly bytes: Uint8Array },
  once?: Submission,
): Promise<string> {
  const read = await readXliff(input.bytes);
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTranslate(actor), 403);
      const texts = await textsOf(tx, input.subject);
      const [first] = texts;
      if (!first || !actor.personId) throw notFound();
      refuseOtherLanguages(read, first.sourceLanguage, first.targetLanguage);
      const id = world.newId();
      const said = readReturned(texts, read.units);
      await insertReturnedFile(tx, {
        id,
        subject: input.subject,
        name: input.name.slice(0, 200),
        ...said,
        byPerson: actor.personId,
      });
      return id;
    },
    { once },
  );
}

/**
 * Takes over those paragraphs of a returned file that were chosen; each then waits for its review.
 * @returns how many were written
 */
export async function takeReturnedFile(
  world: World,
  actor: Actor,
  input: { readonly fileId: string; readonly paragraphIds: readonly string[] },
  once?: Submission,
): Promise<number> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTranslate(actor), 403);
      const file = await lockReturnedFile(tx, input.fileId);
      if (!file) throw notFound();
      if (file.takenAt) throw new Refusal(because('translation:taken-already'), 409);
      const chosen = new Set(input.paragraphIds);
      const said = new Map(file.renderings.map(({ paragraphId, text }) => [paragraphId, text]));
      let written = 0;
      for (const { id: textId } of await textsOf(tx, file.subject)) await lockText(tx, textId);
      for (const text of await textsOf(tx, file.subject)) {
        const renderings = text.paragraphs.flatMap(({ id, rendering }) => {
          const words = chosen.has(id) ? said.get(id) : undefined;
          if (words === undefined) return [];
          const sawNumber = rendering?.number ?? 0;
          return [{ paragraphId: id, text: words, sawNumber, origin: 'file' as const }];
        });
        written += await writeInto(tx, world, actor, text, renderings);
      }
      await markTaken(tx, file.id);
      await recordAct(tx, world, actor, {
        kind: 'translation.file-taken',
        subject: { kind: file.subject.kind, id: file.subject.id },
        details: { n: written },
      });
      return written;
    },
    { once },
  );
}
