import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { alignParagraphs, hashOf, paragraphsOf } from '../rules/paragraphs.ts';
import { endParagraphs, insertParagraphs, moveParagraph, standingParagraphs } from '../store/paragraphs.ts';
import { insertText, lockTexts, markKeptAnew, type SourceText, type Subject } from '../store/texts.ts';

interface KeptRecord {
  readonly subject: Subject;
  readonly cityId: string | null;
  readonly target: Language;
  /** Those already in the target language are left out: there is nothing to translate. */
  readonly texts: readonly SourceText[];
}

/**
 * Keeps the texts of a record for translation, in the caller's transaction, each time they are told anew. A paragraph that
 * did not change keeps its translation; one that did makes just its own stale; a text that is gone ends.
 * @returns how many paragraphs want a translation that had one, or none, before
 */
export async function keepSource(tx: Tx, world: World, record: KeptRecord): Promise<number> {
  const kept = await lockTexts(tx, record.subject, record.target);
  let wanted = 0;
  for (const source of record.texts) {
    if (source.language === record.target) continue;
    const before = kept.get(source.key);
    kept.delete(source.key);
    const textId = before?.id ?? world.newId();
    if (!before) await insertText(tx, { ...source, ...record, id: textId });
    else await markKeptAnew(tx, textId, source);
    // In another language it is another text: no paragraph of the old one stands for a new one.
    const isOther = before !== undefined && before.source_language !== source.language;
    wanted += await keepParagraphs(tx, world, textId, source.text, isOther);
  }
  for (const { id } of kept.values()) {
    const standing = await standingParagraphs(tx, id);
    await endParagraphs(
      tx,
      standing.map((paragraph) => paragraph.id),
    );
  }
  return wanted;
}

async function keepParagraphs(
  tx: Tx,
  world: World,
  textId: string,
  text: string,
  isOther: boolean,
): Promise<number> {
  const standing = await standingParagraphs(tx, textId);
  const now = paragraphsOf(text);
  const fates = alignParagraphs(isOther ? [] : standing.map(({ source }) => source), now);
  const keptIds = new Set<string>();
  const fresh = [];
  for (const [place, fate] of fates.entries()) {
    const old = fate.kind === 'new' ? undefined : standing[fate.from];
    if (fate.kind === 'kept' && old) {
      keptIds.add(old.id);
      await moveParagraph(tx, old.id, place);
      continue;
    }
    const source = now[place] ?? '';
    // What it took the place of, if that was never translated.
    const beforeId = old ? (old.hasRendering ? old.id : old.beforeId) : null;
    fresh.push({ id: world.newId(), textId, place, source, hash: hashOf(source), beforeId });
  }
  await endParagraphs(
    tx,
    standing.flatMap(({ id }) => (keptIds.has(id) ? [] : [id])),
  );
  await insertParagraphs(tx, fresh);
  return fresh.length;
}
