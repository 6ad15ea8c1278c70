import { z } from 'zod';
import { parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { reading, type Tx } from '../../../platform/database/atomically.ts';
import { date, text, version, wholeNumber, wrong } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { cancelSession, moveSession, planSession, recordSession } from '../actions/sessions.ts';
import { words } from '../messages/index.ts';
import { isMatchMaker, isOfCity, whyNotMeet } from '../permissions.ts';
import { clockIn, instantIn, isTimeZone } from '../../../kernel/time-zone.ts';
import { findProfile } from '../store/city-standing.ts';
import { type Exchange, findExchange } from '../store/exchanges.ts';
import { findSession, listAttended, type Session, type SessionPlan } from '../store/sessions.ts';
import { deskOf, frameOf, idIn, namedCities } from './desk.ts';
import { NewSessionPage, SessionPage } from './session-page.tsx';

const planFields = {
  day: date(),
  time: text(5).transform((value, context) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : wrong(context, 'peer-exchange:not-a-time'),
  ),
  timeZone: text(64).transform((value, context) =>
    isTimeZone(value) ? value : wrong(context, 'peer-exchange:unknown-time-zone'),
  ),
  minutes: wholeNumber(5),
  place: text(500),
  agenda: text(2000),
};
const planAnswers = z.object(planFields);

function planOf(said: z.infer<typeof planAnswers>): SessionPlan {
  const startsAt = instantIn(said.timeZone, said.day, said.time);
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + said.minutes * 60_000),
    place: said.place,
    agenda: said.agenda,
  };
}

export async function showNewSession(visit: Visit): Promise<Response> {
  return await newSession(visit, freshForm(visit.world));
}

export async function sendSession(visit: Visit): Promise<Response> {
  const exchangeId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: planAnswers,
    act: async (said, once) => {
      const id = await planSession(visit.world, visit.actor, { ...planOf(said), exchangeId }, once);
      return `${deskOf(visit)}/sessions/${id}`;
    },
    again: (state) => newSession(visit, state),
  });
}

/** Of the reader's own city, else of the first. */
async function zoneOf(tx: Tx, visit: Visit, exchange: Exchange): Promise<string> {
  const own = exchange.cityIds.find((city) => isOfCity(visit.actor, city)) ?? exchange.cityIds[0];
  return (own ? (await findProfile(tx, own))?.timeZone : undefined) ?? 'UTC';
}

async function newSession(visit: Visit, form: FormState): Promise<Response> {
  const exchangeId = idIn(visit, 'id');
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const exchange = await findExchange(tx, exchangeId);
    if (!exchange) throw notFound();
    refuseIf(whyNotMeet(visit.actor, exchange), 404);
    return {
      exchange,
      cities: await namedCities(visit, tx, exchange.cityIds),
      zone: await zoneOf(tx, visit, exchange),
    };
  });
  return visit.show({
    title: words(visit.language)('plan-session'),
    body: <NewSessionPage {...frameOf(visit)} {...seen} form={form} />,
  });
}

export async function showSession(visit: Visit): Promise<Response> {
  return await sessionPage(visit, freshForm(visit.world), undefined);
}

export async function sendMove(visit: Visit): Promise<Response> {
  const sessionId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ ...planFields, version: version() }),
    act: async (said, once) => {
      await moveSession(
        visit.world,
        visit.actor,
        { ...planOf(said), sessionId, version: said.version },
        once,
      );
      return `${deskOf(visit)}/sessions/${sessionId}`;
    },
    again: (state) => sessionPage(visit, state, 'move'),
  });
}

export async function sendCancellation(visit: Visit): Promise<Response> {
  const sessionId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ why: text(600), version: version() }),
    act: async (said, once) => {
      await cancelSession(visit.world, visit.actor, { ...said, sessionId }, once);
      return `${deskOf(visit)}/sessions/${sessionId}`;
    },
    again: (state) => sessionPage(visit, state, 'cancel'),
  });
}

const optionalLine = z
  .string()
  .default('')
  .transform((value) => value.trim().slice(0, 500));

/** Three lines for what was agreed; an empty line says nothing, a begun one must be whole. */
const recordAnswers = z
  .object({
    notes: text(8000),
    came: optionalLine.transform((value) => value.split('\n')),
    ...Object.fromEntries(
      ['1', '2', '3'].flatMap((n) => ['what', 'city', 'due'].map((part) => [`${part}${n}`, optionalLine])),
    ),
    version: version(),
  })
  .transform((said, context) => {
    const lines: Readonly<Record<string, unknown>> = said;
    const line = (name: string) => (typeof lines[name] === 'string' ? lines[name] : '');
    const actions = ['1', '2', '3'].flatMap((n) => {
      const what = line(`what${n}`);
      if (what === '') return [];
      const dueOn = parseCalendarDate(line(`due${n}`));
      if (!dueOn) return wrong(context, 'platform:not-a-date', {}, [`due${n}`]);
      if (line(`city${n}`) === '') return wrong(context, 'platform:choose-one', {}, [`city${n}`]);
      return [{ what, dueOn, cityId: line(`city${n}`) }];
    });
    return { notes: said.notes, came: said.came, version: said.version, actions };
  });

export async function sendRecord(visit: Visit): Promise<Response> {
  const sessionId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: recordAnswers,
    act: async (said, once) => {
      await recordSession(visit.world, visit.actor, { ...said, sessionId }, once);
      return `${deskOf(visit)}/sessions/${sessionId}`;
    },
    again: (state) => sessionPage(visit, state, 'record'),
  });
}

async function sessionPage(
  visit: Visit,
  form: FormState,
  sent: 'move' | 'cancel' | 'record' | undefined,
): Promise<Response> {
  const { language, world, actor } = visit;
  const seen = await reading(world, actor, async (tx) => {
    const session = await findSession(tx, idIn(visit, 'id'));
    const exchange = session && (await findExchange(tx, session.exchangeId));
    if (!session || !exchange) throw notFound();
    if (!isMatchMaker(actor) && !exchange.cityIds.some((city) => isOfCity(actor, city))) throw notFound();
    const attended = await listAttended(tx, exchange.id);
    const zone = await zoneOf(tx, visit, exchange);
    return {
      session,
      exchange,
      zone,
      came: attended.find(({ sessionId }) => sessionId === session.id)?.came ?? [],
      cities: await namedCities(visit, tx, exchange.cityIds),
    };
  });
  return visit.show({
    title: words(language)('session'),
    body: (
      <SessionPage
        {...frameOf(visit)}
        {...seen}
        form={form}
        sent={sent}
        stored={planAsAnswers(seen.session, seen.zone)}
        mayMeet={whyNotMeet(actor, seen.exchange) === undefined}
        now={world.now()}
      />
    ),
  });
}

function planAsAnswers({ startsAt, endsAt, place, agenda }: Session, zone: string): Record<string, string> {
  const minutes = String(Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));
  return { ...clockIn(zone, startsAt), timeZone: zone, minutes, place, agenda };
}
