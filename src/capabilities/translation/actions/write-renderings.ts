import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotTranslate } from '../permissions.ts';
import type { Origin, TranslatedText } from '../rules/translated.ts';
import { insertRenderings, lockText } from '../store/renderings.ts';
import { findText } from '../store/texts.ts';

interface Written {
  readonly paragraphId: string;
  readonly text: string;
  /** The number of the rendering that the writer saw; 0 for none. */
  readonly sawNumber: number;
  readonly origin: Origin;
}

/**
 * Writes what was changed of a text's paragraphs; what reads as before is left alone.
 * @returns how many were written
 * @throws Stale when somebody wrote one of them meanwhile: both are shown
 */
export async function writeRenderings(
  world: World,
  actor: Actor,
  input: { readonly textId: string; readonly written: readonly Written[] },
  once?: Submission,
): Promise<number> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTranslate(actor), 403);
      await lockText(tx, input.textId);
      const text = await findText(tx, input.textId);
      if (!text) throw notFound();
      return await writeInto(tx, world, actor, text, input.written);
    },
    { once },
  );
}

/** The same in the caller's transaction, who holds the text's lock. */
export async function writeInto(
  tx: Tx,
  world: World,
  actor: Actor,
  text: TranslatedText,
  written: readonly Written[],
): Promise<number> {
  const paragraphs = new Map(text.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const changed = written.flatMap((one) => {
    const paragraph = paragraphs.get(one.paragraphId);
    // A paragraph that is gone was changed by the city meanwhile: its translation has no place any more.
    if (!paragraph) throw new Stale({}, text.version);
    return one.text === (paragraph.rendering?.text ?? '') || one.text === '' ? [] : [{ ...one, paragraph }];
  });
  const overtaken = changed.filter(
    ({ paragraph, sawNumber }) => (paragraph.rendering?.number ?? 0) !== sawNumber,
  );
  if (overtaken.length > 0) {
    const now = overtaken.map(
      ({ paragraph }) => [`r-${paragraph.id}`, paragraph.rendering?.text ?? ''] as const,
    );
    throw new Stale(Object.fromEntries(now), text.version);
  }
  await insertRenderings(
    tx,
    changed.map((one) => ({
      id: world.newId(),
      paragraphId: one.paragraphId,
      number: one.sawNumber + 1,
      text: one.text,
      origin: one.origin,
      byPerson: one.origin === 'machine' ? null : actor.personId,
    })),
  );
  if (changed.length > 0) {
    await recordAct(tx, world, actor, {
      kind: 'translation.written',
      subject: { kind: 'translated-text', id: text.id },
      cityId: text.cityId,
      details: { n: changed.length },
    });
  }
  return changed.length;
}
