import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, reading, type Submission } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { postJson } from '../../../platform/http/outbound.ts';
import type { World } from '../../../world.ts';
import { whyNotTranslate } from '../permissions.ts';
import { stateOf, type TranslatedText } from '../rules/translated.ts';
import { lockText } from '../store/renderings.ts';
import { findText, type Subject, textsOf } from '../store/texts.ts';
import { writeInto } from './write-renderings.ts';

export const machineJob = 'translation-machine-drafts';

/** Asks for drafts of what has no translation yet. They come by and by, each marked as the machine's. */
export async function askMachine(
  world: World,
  actor: Actor,
  subject: Subject,
  once?: Submission,
): Promise<void> {
  if (!world.config.translation) throw new Refusal(because('translation:machine-off'));
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTranslate(actor), 403);
      const texts = await textsOf(tx, subject);
      if (texts.length === 0) throw notFound();
      await enqueue(tx, machineJob, { kind: subject.kind, id: subject.id });
      await recordAct(tx, world, actor, {
        kind: 'translation.machine-asked',
        subject: { kind: subject.kind, id: subject.id },
        cityId: texts[0]?.cityId ?? null,
      });
    },
    { once },
  );
}

/** The worker's part: one call for each text, each kept as soon as it is there. What a person wrote meanwhile stays. */
export async function draftByMachine(world: World, subject: Subject): Promise<void> {
  const service = world.config.translation;
  if (!service) return;
  for (const text of await reading(world, systemActor, (tx) => textsOf(tx, subject))) {
    const open = text.paragraphs.filter((one) => ['missing', 'stale'].includes(stateOf(one)));
    if (open.length === 0) continue;
    const drafts = await translate(
      service,
      text,
      open.map(({ source }) => source),
    );
    await atomically(world, systemActor, async (tx) => {
      await lockText(tx, text.id);
      const now = await findText(tx, text.id);
      const untouched = new Set(now?.paragraphs.filter(({ rendering }) => !rendering).map(({ id }) => id));
      if (!now) return;
      const written = open.flatMap(({ id }, index) => {
        const words = drafts[index]?.trim() ?? '';
        if (words === '' || !untouched.has(id)) return [];
        return [{ paragraphId: id, text: words, sawNumber: 0, origin: 'machine' as const }];
      });
      await writeInto(tx, world, systemActor, now, written);
    });
  }
}

/** @returns one draft for each source, as LibreTranslate answers `{translatedText: […]}` */
async function translate(
  service: NonNullable<World['config']['translation']>,
  { sourceLanguage, targetLanguage }: TranslatedText,
  sources: readonly string[],
): Promise<string[]> {
  const answer = await postJson({
    url: `${service.url.replace(/\/$/, '')}/translate`,
    body: {
      q: sources,
      source: sourceLanguage,
      target: targetLanguage,
      format: 'text',
      ...(service.key ? { api_key: service.key } : {}),
    },
  });
  const drafts =
    answer !== null && typeof answer === 'object' && 'translatedText' in answer
      ? answer.translatedText
      : undefined;
  if (!Array.isArray(drafts) || drafts.length !== sources.length)
    throw new Error('The translation service gave another number of texts than it was asked for');
  return drafts.map(String);
}
