import type { Actor } from '../../kernel/actor.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { keepSource } from './actions/keep-source.ts';
import { writeRenderings } from './actions/write-renderings.ts';
import type { TranslatedText } from './rules/translated.ts';
import { type Subject, textsOf } from './store/texts.ts';

/** Keeps a French text of an application, to be translated into English; the worker's world. */
export async function aKeptText(
  world: World,
  subject: Subject,
  text: string,
  over: { readonly cityId?: string; readonly key?: string } = {},
): Promise<TranslatedText> {
  return await atomically(world, systemActor, async (tx) => {
    const { key = 'need', cityId = null } = over;
    const source = { key, place: 1, asked: 'Quel est le besoin ?', language: 'fr' as const, text };
    await keepSource(tx, world, { subject, cityId, target: 'en', texts: [source] });
    const [kept] = await textsOf(tx, subject);
    if (!kept) throw new Error('a kept text is there');
    return kept;
  });
}

/** Writes a person's translation of each paragraph, in order. */
export async function translate(
  world: World,
  by: Actor,
  { id, paragraphs }: TranslatedText,
  ...texts: readonly string[]
): Promise<number> {
  const written = texts.flatMap((text, index) => {
    const paragraph = paragraphs[index];
    if (!paragraph) return [];
    const sawNumber = paragraph.rendering?.number ?? 0;
    return [{ paragraphId: paragraph.id, text, sawNumber, origin: 'person' as const }];
  });
  return await writeRenderings(world, by, { textId: id, written });
}
