import type { Actor } from '../../../kernel/actor.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import { recordEngagement } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { whyNotMatch } from '../permissions.ts';
import { meetingsOf } from '../rules/follow-up.ts';
import { type Exchange, findExchange, markExchange, oneAtATime } from '../store/exchanges.ts';
import { listFollowUps } from '../store/follow-ups.ts';
import { listAttended } from '../store/sessions.ts';
import { type NamesIn, namesOf, othersInWords, topicsInWords } from './letters.ts';

/**
 * Everything that was to come of the exchange has come: it stands among the engagements of each city that met another.
 * Announces `exchange-completed` with `{exchangeId, roundId, cityIds, topics, metOn, changed, answered}`.
 */
export async function completeExchange(world: World, exchangeId: string): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    await oneAtATime(tx, exchangeId);
    const exchange = await findExchange(tx, exchangeId);
    if (exchange?.stage !== 'agreed' || !exchange.metOn) return;
    const sessions = await listAttended(tx, exchangeId);
    const names = await namesOf(tx, exchange.cityIds);
    const met: string[] = [];
    for (const cityId of exchange.cityIds) {
      const meetings = meetingsOf(cityId, sessions);
      if (!meetings) continue;
      met.push(cityId);
      await recordEngagement(tx, world, systemActor, {
        cityId,
        kind: 'peer-exchange',
        when: {
          from: { date: meetings.from, precision: 'day' },
          fromCertainty: 'stated',
          to: { date: meetings.to, precision: 'day' },
          toCertainty: 'stated',
          lastListed: null,
        },
        object: inAllLanguages((language) => exchangeInWords(language, exchange, cityId, names)),
        record: {
          capability: 'peer-exchange',
          id: exchangeId,
          path: `/workspace/exchange/exchanges/${exchangeId}`,
        },
        visibility: 'staff',
      });
    }
    await markExchange(tx, exchangeId, 'completed');
    const answers = (await listFollowUps(tx, exchangeId)).flatMap(({ changed }) => changed ?? []);
    await recordAct(tx, world, systemActor, {
      kind: 'peer-exchange.exchange-completed',
      subject: { kind: 'exchange', id: exchangeId },
    });
    await announce(tx, world, {
      kind: 'exchange-completed',
      payload: {
        exchangeId,
        roundId: exchange.roundId,
        cityIds: met,
        topics: exchange.topics,
        metOn: exchange.metOn,
        changed: answers.filter((answer) => answer === 'changed').length,
        answered: answers.length,
      },
    });
  });
}

function exchangeInWords(language: Language, exchange: Exchange, cityId: string, names: NamesIn): string {
  return words(language)('engagement', {
    others: othersInWords(language, names(language), exchange.cityIds, cityId),
    topics: topicsInWords(language, exchange.topics),
  });
}

function inAllLanguages(say: (language: Language) => string): LocalText {
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as LocalText;
}

/** Ends an exchange that will not happen, or not go on. */
export async function callOffExchange(
  world: World,
  actor: Actor,
  { exchangeId, why }: { readonly exchangeId: string; readonly why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotMatch(actor), 403);
      await oneAtATime(tx, exchangeId);
      const exchange = await findExchange(tx, exchangeId);
      if (!exchange) throw notFound();
      if (exchange.stage !== 'asking' && exchange.stage !== 'agreed')
        throw new Refusal(because('peer-exchange:exchange-over'), 409);
      await markExchange(tx, exchangeId, 'called-off', why);
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.called-off',
        subject: { kind: 'exchange', id: exchangeId },
        details: { why },
      });
    },
    { once },
  );
}
