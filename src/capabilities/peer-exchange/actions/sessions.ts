import type { Actor } from '../../../kernel/actor.ts';
import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { invitationFile } from '../../../platform/calendar/invitation.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotMeet } from '../permissions.ts';
import { type Contact, type Exchange, findExchange, listParticipants, markMet } from '../store/exchanges.ts';
import {
  insertAgreedAction,
  insertAttendance,
  insertSession,
  lockSession,
  markActionDone,
  markCancelled,
  markHeld,
  movePlan,
  type Session,
  type SessionPlan,
} from '../store/sessions.ts';
import { currentContacts } from './current-contacts.ts';
import { namesOf } from './letters.ts';
import { refuseAt } from './say-standing.ts';
import { contactOf } from './settle-exchange.ts';

/** Sets a day and invites everybody's contact by calendar. @returns the session's id */
export async function planSession(
  world: World,
  actor: Actor,
  { exchangeId, ...plan }: SessionPlan & { readonly exchangeId: string },
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const exchange = await meetingExchange(tx, actor, exchangeId);
      refuseBadTimes(plan, world.now());
      const id = world.newId();
      await insertSession(tx, id, exchangeId, plan, actor.personId);
      await postInvitations(tx, world, exchange, { ...plan, id, sequence: 0 }, 'REQUEST');
      await noteSession(tx, world, actor, 'peer-exchange.session-planned', exchangeId, {
        at: plan.startsAt.toISOString(),
      });
      return id;
    },
    { once },
  );
}

interface ChangeOf {
  readonly sessionId: string;
  readonly version: number;
}

/** Another time or place: the same invitation under a higher number, so that calendars move it. */
export async function moveSession(
  world: World,
  actor: Actor,
  { sessionId, version, ...plan }: SessionPlan & ChangeOf,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const { session, exchange } = await plannedSession(tx, actor, { sessionId, version });
      refuseBadTimes(plan, world.now());
      await movePlan(tx, sessionId, plan);
      await postInvitations(
        tx,
        world,
        exchange,
        { ...plan, id: sessionId, sequence: session.sequence + 1 },
        'REQUEST',
      );
      await noteSession(tx, world, actor, 'peer-exchange.session-moved', exchange.id, {
        at: plan.startsAt.toISOString(),
      });
    },
    { once },
  );
}

export async function cancelSession(
  world: World,
  actor: Actor,
  { why, ...change }: ChangeOf & { readonly why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const { session, exchange } = await plannedSession(tx, actor, change);
      await markCancelled(tx, session.id, why);
      await postInvitations(
        tx,
        world,
        exchange,
        { ...session, sequence: session.sequence + 1 },
        'CANCEL',
        why,
      );
      await noteSession(tx, world, actor, 'peer-exchange.session-cancelled', exchange.id, { why });
    },
    { once },
  );
}

interface SessionRecord extends ChangeOf {
  readonly notes: string;
  readonly came: readonly string[];
  readonly actions: readonly {
    readonly cityId: string;
    readonly what: string;
    readonly dueOn: CalendarDate;
  }[];
}

/** What happened: who came, what was noted, what was agreed. */
export async function recordSession(
  world: World,
  actor: Actor,
  said: SessionRecord,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const { session, exchange } = await plannedSession(tx, actor, said);
      if (session.startsAt > world.now()) throw new Refusal(because('peer-exchange:not-begun'));
      const came = exchange.cityIds.filter((city) => said.came.includes(city));
      if (came.length < 2) refuseAt({ field: 'came', reason: because('peer-exchange:two-must-come') });
      for (const cityId of exchange.cityIds)
        await insertAttendance(tx, session, cityId, came.includes(cityId));
      for (const action of said.actions) {
        if (!exchange.cityIds.includes(action.cityId)) throw notFound();
        await insertAgreedAction(tx, session, { ...action, id: world.newId() });
      }
      await markHeld(tx, session.id, said.notes);
      await markMet(tx, exchange.id, dayInUtc(session.startsAt));
      await noteSession(tx, world, actor, 'peer-exchange.session-held', exchange.id, { n: came.length });
    },
    { once },
  );
}

export async function finishAction(
  world: World,
  actor: Actor,
  { exchangeId, actionId }: { readonly exchangeId: string; readonly actionId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await meetingExchange(tx, actor, exchangeId);
      const cityId = await markActionDone(tx, exchangeId, actionId, dayInUtc(world.now()));
      if (!cityId) throw notFound();
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.action-done',
        subject: { kind: 'exchange', id: exchangeId },
        cityId,
      });
    },
    { once },
  );
}

async function meetingExchange(tx: Tx, actor: Actor, id: string): Promise<Exchange> {
  const exchange = await findExchange(tx, id);
  if (!exchange) throw notFound();
  const why = whyNotMeet(actor, exchange);
  if (why) throw new Refusal(why, why.key === 'peer-exchange:not-agreed' ? 409 : 403);
  return exchange;
}

/** @throws Stale when it was changed since the form was opened */
async function plannedSession(tx: Tx, actor: Actor, { sessionId, version }: ChangeOf) {
  const session = await lockSession(tx, sessionId);
  if (!session) throw notFound();
  const exchange = await meetingExchange(tx, actor, session.exchangeId);
  if (session.stage !== 'planned') throw new Refusal(because('peer-exchange:session-over'), 409);
  if (session.version !== version)
    throw new Stale({ place: session.place, agenda: session.agenda }, session.version);
  return { session, exchange };
}

function refuseBadTimes({ startsAt, endsAt }: SessionPlan, now: Date): void {
  if (startsAt <= now) refuseAt({ field: 'day', reason: because('peer-exchange:in-the-past') });
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  if (hours <= 0 || hours > 12) refuseAt({ field: 'minutes', reason: because('peer-exchange:bad-length') });
}

async function postInvitations(
  tx: Tx,
  world: World,
  exchange: Exchange,
  session: SessionPlan & Pick<Session, 'id' | 'sequence'>,
  method: 'REQUEST' | 'CANCEL',
  why = '',
): Promise<void> {
  const names = await namesOf(tx, exchange.cityIds);
  const guests: Contact[] = [];
  for (const one of await listParticipants(tx, [exchange.id]))
    guests.push(...(await currentContacts(tx, world, one.cityId, contactOf(one))));
  const host = new URL(world.config.publicUrl).hostname;
  for (const guest of guests) {
    const t = words(guest.language);
    const cities = new Intl.ListFormat(guest.language).format(exchange.cityIds.map(names(guest.language)));
    const title = t('session-title', { cities });
    const values = { title, at: formatInstant(guest.language, session.startsAt), place: session.place, why };
    const kind = method === 'CANCEL' ? 'cancelled' : session.sequence > 0 ? 'moved' : 'planned';
    await post(tx, world, {
      to: guest.email,
      language: guest.language,
      subject: t(`mail.session-${kind}-subject`, values),
      body: [
        t('mail.greeting', { name: guest.name }),
        t(`mail.session-${kind}`, values),
        session.agenda,
      ].join('\n\n'),
      attachments: [invitationFile({ session, title, guests, method, host, now: world.now() })],
    });
  }
}

async function noteSession(
  tx: Tx,
  world: World,
  actor: Actor,
  kind: `peer-exchange.${string}`,
  exchangeId: string,
  details: Record<string, string | number>,
): Promise<void> {
  await recordAct(tx, world, actor, { kind, subject: { kind: 'exchange', id: exchangeId }, details });
}
