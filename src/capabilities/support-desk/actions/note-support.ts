import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { recordEngagement } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { isSupport, type Topic } from '../rules/case.ts';
import type { Case } from '../store/cases.ts';

/**
 * Support that a city got is an engagement of the city: recorded when the case is resolved with one and somebody has verified that
 * its requester speaks for the city, whichever comes last. Reopened and resolved again it stays the one record.
 */
export async function noteSupport(
  tx: Tx,
  world: World,
  actor: Actor,
  {
    id,
    cityId,
    topic,
    outcome,
    resolvedAt,
    verifiedHow,
  }: Pick<Case, 'id' | 'cityId' | 'topic' | 'outcome' | 'resolvedAt' | 'verifiedHow'>,
): Promise<void> {
  if (
    cityId === null ||
    verifiedHow === null ||
    outcome === null ||
    resolvedAt === null ||
    !isSupport(outcome)
  )
    return;
  await recordEngagement(tx, world, actor, {
    cityId,
    kind: 'support-received',
    when: {
      from: { date: dayInUtc(resolvedAt), precision: 'day' },
      fromCertainty: 'stated',
      to: null,
      toCertainty: null,
      lastListed: null,
    },
    object: supportOn(topic),
    record: { capability: 'support-desk', id, path: `/workspace/support/cases/${id}` },
    visibility: 'staff',
  });
}

function supportOn(topic: Topic): LocalText {
  const say = (language: Parameters<typeof words>[0]) =>
    words(language)('support-on', { topic: words(language)(`topic.${topic}`) });
  return { en: say('en'), fr: say('fr'), es: say('es'), pt: say('pt'), ar: say('ar') };
}
