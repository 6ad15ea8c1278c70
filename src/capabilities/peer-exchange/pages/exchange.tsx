import { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import { languages } from '../../../kernel/language.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { choice, email, id, text } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { answerIntroduction } from '../actions/answer-introduction.ts';
import { callOffExchange } from '../actions/end-exchange.ts';
import { finishAction } from '../actions/sessions.ts';
import { words } from '../messages/index.ts';
import { isMatchMaker, isOfCity, whyNotMeet } from '../permissions.ts';
import { findExchange, listParticipants } from '../store/exchanges.ts';
import { listFollowUps } from '../store/follow-ups.ts';
import { listAgreedActions, listSessions } from '../store/sessions.ts';
import { findProfile } from '../store/city-standing.ts';
import { deskOf, frameOf, idIn, namedCities } from './desk.ts';
import { ExchangePage } from './exchange-page.tsx';

/** What a city says to an introduction, on the portal and by link alike. */
export const answerFields = {
  answer: choice(['yes', 'no']),
  contactName: text(200),
  contactEmail: email(),
  contactLanguage: choice<Language>(languages),
};

export async function showExchange(visit: Visit): Promise<Response> {
  return await exchangePage(visit, freshForm(visit.world), undefined);
}

export async function sendAnswer(visit: Visit): Promise<Response> {
  const exchangeId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ ...answerFields, city: id() }),
    act: async (said, once) => {
      const contact = { name: said.contactName, email: said.contactEmail, language: said.contactLanguage };
      const { answer, city: cityId } = said;
      await answerIntroduction(visit.world, visit.actor, { exchangeId, cityId, answer, contact }, once);
      return `${deskOf(visit)}/exchanges/${exchangeId}`;
    },
    again: (state) => exchangePage(visit, state, 'answer'),
  });
}

export async function sendCallingOff(visit: Visit): Promise<Response> {
  const exchangeId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ why: text(600) }),
    act: async ({ why }, once) => {
      await callOffExchange(visit.world, visit.actor, { exchangeId, why }, once);
      return `${deskOf(visit)}/exchanges/${exchangeId}`;
    },
    again: (state) => exchangePage(visit, state, 'calling-off'),
  });
}

export async function sendActionDone(visit: Visit): Promise<Response> {
  const [exchangeId, actionId] = [idIn(visit, 'id'), idIn(visit, 'action')];
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await finishAction(visit.world, visit.actor, { exchangeId, actionId }, once);
      return `${deskOf(visit)}/exchanges/${exchangeId}`;
    },
    again: (state) => exchangePage(visit, state, undefined),
  });
}

async function exchangePage(
  visit: Visit,
  form: FormState,
  sent: 'answer' | 'calling-off' | undefined,
): Promise<Response> {
  const { language, world, actor } = visit;
  const exchangeId = idIn(visit, 'id');
  const seen = await reading(world, actor, async (tx) => {
    const exchange = await findExchange(tx, exchangeId);
    if (!exchange) throw notFound();
    const own = exchange.cityIds.filter((city) => isOfCity(actor, city));
    if (own.length === 0 && !isMatchMaker(actor)) throw notFound();
    return {
      exchange,
      own,
      participants: await listParticipants(tx, [exchangeId]),
      sessions: await listSessions(tx, exchangeId),
      actions: await listAgreedActions(tx, exchangeId),
      followUps: await listFollowUps(tx, exchangeId),
      cities: await namedCities(visit, tx, exchange.cityIds),
      profile: own[0] ? await findProfile(tx, own[0]) : undefined,
    };
  });
  const title = new Intl.ListFormat(language).format(seen.exchange.cityIds.map(seen.cities.name));
  return visit.show({
    title: `${words(language)('exchange')}: ${title}`,
    body: (
      <ExchangePage
        {...frameOf(visit)}
        {...seen}
        form={form}
        sent={sent}
        isStaff={isMatchMaker(actor)}
        mayMeet={whyNotMeet(actor, seen.exchange) === undefined}
        now={world.now()}
      />
    ),
  });
}
