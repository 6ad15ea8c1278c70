import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, reading, type Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import type { World } from '../../../world.ts';
import type { MandateEnded } from '../index.ts';
import { reminderDue } from '../rules/terms.ts';
import { mandateLettersTo } from '../store/holders.ts';
import { forgetAttempts } from '../store/links.ts';
import { findRequest } from '../store/requests.ts';
import {
  type EndingMandate,
  insertNotedEnd,
  insertReminder,
  lapseUnproven,
  listEnding,
  listUnnotedEnds,
  type OverMandate,
  stillHolds,
} from '../store/round.ts';
import { cityAndRole, postLetter } from './letters.ts';

/** Once a day: reminds before the end, lapses what nobody proved, tells of what has ended. Harmless to do again. */
export async function dailyRound(world: World): Promise<void> {
  const today = dayInUtc(world.now());
  const ending = await reading(world, systemActor, (tx) => listEnding(tx, today));
  for (const mandate of ending) {
    const days = reminderDue(mandate.until, today);
    if (days) await atomically(world, systemActor, (tx) => remind(tx, world, mandate, days));
  }
  await atomically(world, systemActor, async (tx) => {
    await lapseUnproven(tx);
    await forgetAttempts(tx);
  });
  await noteEnds(world);
}

/** The person, and whoever else acts for the city, each in their language. */
async function remind(tx: Tx, world: World, mandate: EndingMandate, days: 60 | 30 | 7): Promise<void> {
  if (!(await insertReminder(tx, mandate.grantId, days))) return;
  const said = await cityAndRole(tx, mandate);
  const letters = await mandateLettersTo(tx, mandate.cityId, dayInUtc(world.now()));
  for (const { personId, name, address, language } of letters) {
    const isOwn = personId === mandate.personId;
    const renewed = isOwn && mandate.isRenewalAsked;
    await postLetter(
      tx,
      world,
      { name, email: address, language, personId },
      {
        subject: 'mail.reminder-subject',
        paragraphs: [
          isOwn ? (renewed ? 'mail.reminder-renewing' : 'mail.reminder-own') : 'mail.reminder-other',
        ],
        values: (own) => ({ ...said(own), holder: mandate.name, until: formatDate(own, mandate.until) }),
        path: isOwn
          ? `/portal/mandates/grants/${mandate.grantId}/renewal`
          : `/portal/cities/${mandate.cityId}/people`,
      },
    );
  }
  await recordAct(tx, world, systemActor, {
    kind: 'mandates.reminded',
    subject: { kind: 'mandate', id: mandate.grantId },
    cityId: mandate.cityId,
    details: { name: mandate.name, days },
  });
}

/** Announces each end once, however it came about: by its date, laid down, ended by staff on any page. */
export async function noteEnds(world: World): Promise<void> {
  const today = dayInUtc(world.now());
  const over = await reading(world, systemActor, (tx) => listUnnotedEnds(tx, today));
  for (const mandate of over) await atomically(world, systemActor, (tx) => noteEnd(tx, world, mandate));
}

async function noteEnd(tx: Tx, world: World, mandate: OverMandate): Promise<void> {
  if (!(await insertNotedEnd(tx, mandate.grantId))) return;
  const { grantId, personId, cityId, role, endedOn } = mandate;
  const payload: MandateEnded = { grantId, personId, cityId, role, endedOn };
  await announce(tx, world, { kind: 'mandate-ended', payload: { ...payload } });
  // A renewal or another role goes on: then nobody has left.
  if (await stillHolds(tx, personId, cityId, dayInUtc(world.now()))) return;
  const said = await cityAndRole(tx, mandate);
  for (const { personId: to, name, address, language } of await mandateLettersTo(tx, cityId, endedOn)) {
    if (to === personId) continue;
    await postLetter(
      tx,
      world,
      { name, email: address, language, personId: to },
      {
        subject: 'mail.ended-subject',
        paragraphs: ['mail.ended-other'],
        values: said,
        path: `/portal/cities/${cityId}/people`,
      },
    );
  }
}

/** By the worker, so that the answer to who asks takes the same time: the city's people learn that somebody asks to act for it. */
export async function tellCity(world: World, payload: Readonly<Record<string, unknown>>): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    const request = await findRequest(tx, String(payload['requestId']));
    if (!request) return;
    const said = await cityAndRole(tx, request);
    const letters = await mandateLettersTo(tx, request.cityId, dayInUtc(world.now()));
    for (const { personId, name, address, language } of letters) {
      if (personId === request.personId) continue;
      await postLetter(
        tx,
        world,
        { name, email: address, language, personId },
        {
          subject: 'mail.somebody-asks-subject',
          paragraphs: ['mail.somebody-asks'],
          values: (own) => ({ ...said(own), requester: request.name }),
          path: `/portal/cities/${request.cityId}/people`,
        },
      );
    }
  });
}
