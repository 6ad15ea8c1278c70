import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findFormVersion, questionsOf } from '../../application-forms/index.ts';
import { keepSource, type SourceText } from '../../translation/index.ts';
import { findSubmitted } from './submitted.ts';

/**
 * Lays the words of what a city sent before the translators, question by question; the council reads and contracts in English.
 * Told anew at the next stage, only what changed wants a translation.
 */
export async function keepForTranslation(tx: Tx, world: World, applicationId: string): Promise<void> {
  const sent = await findSubmitted(tx, applicationId);
  const form = sent && (await findFormVersion(tx, sent.formVersionId));
  if (!sent || !form) return;
  const texts = questionsOf(form).flatMap(({ key, label }, place): SourceText[] => {
    const answer = sent.answers[key];
    if (answer?.kind !== 'text' || answer.text.trim() === '') return [];
    return [{ key, place, asked: label[sent.language], language: sent.language, text: answer.text }];
  });
  await keepSource(tx, world, {
    subject: { kind: 'application', id: applicationId },
    cityId: sent.cityId,
    target: 'en',
    texts,
  });
}
