import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, reading, type Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { remindAfterDays, remindersAtMost } from '../rules/due.ts';
import { canMove } from '../rules/stages.ts';
import { type Case, changeCase, lockCase, markStage } from '../store/cases.ts';
import { forgetAttempts } from '../store/links.ts';
import { listPartnerRequests } from '../store/partners.ts';
import { listToClose, listToRemind } from '../store/waiting.ts';
import { postLetter } from './letters.ts';
import { linkFor } from './secure-links.ts';

/** The daily round: whoever is waited for is reminded twice, then the desk is told; what was resolved long ago is closed. */
export async function remind(world: World): Promise<void> {
  const today = dayInUtc(world.now());
  const { due, over } = await reading(world, systemActor, async (tx) => ({
    due: await listToRemind(tx, today),
    over: await listToClose(tx, world.now()),
  }));
  for (const id of due) await atomically(world, systemActor, (tx) => remindOne(tx, world, id));
  for (const id of over) await atomically(world, systemActor, (tx) => closeOne(tx, world, id));
  await atomically(world, systemActor, forgetAttempts);
}

async function remindOne(tx: Tx, world: World, id: string): Promise<void> {
  const found = await lockCase(tx, id);
  const today = dayInUtc(world.now());
  // Another round or an answer may have been first.
  if (!found?.remindOn || found.remindOn > today) return;
  const count = found.reminded;
  if (count >= remindersAtMost) return await changeCase(tx, id, { remind_on: null });
  if (found.stage === 'waiting-city') await remindCity(tx, world, found);
  else if (found.stage === 'waiting-partner') await remindPartners(tx, world, found);
  else return;
  await changeCase(tx, id, { reminded: count + 1, remind_on: addDays(today, remindAfterDays) });
  await recordAct(tx, world, systemActor, {
    kind: 'support-desk.reminded',
    subject: { kind: 'case', id },
    cityId: found.cityId,
    details: { reference: found.reference, who: found.stage === 'waiting-city' ? 'city' : 'partner' },
  });
}

async function remindCity(tx: Tx, world: World, to: Case): Promise<void> {
  const link = await linkFor(tx, world, { caseId: to.id, audience: 'requester', language: to.language });
  await postLetter(tx, world, to, { text: words(to.language)('mail.remind-city'), link });
}

async function remindPartners(tx: Tx, world: World, about: Case): Promise<void> {
  for (const request of await listPartnerRequests(tx, { caseId: about.id })) {
    if (request.answeredAt) continue;
    const t = words(request.language);
    const link = await linkFor(tx, world, {
      caseId: about.id,
      audience: 'partner',
      language: request.language,
      partnerRequestId: request.id,
    });
    await post(tx, world, {
      to: request.contactEmail,
      language: request.language,
      subject: t('mail.partner-subject'),
      body: [t('mail.remind-partner'), `${t('mail.partner-link')}\n${link}`, t('mail.signature')].join(
        '\n\n',
      ),
    });
  }
}

async function closeOne(tx: Tx, world: World, id: string): Promise<void> {
  const found = await lockCase(tx, id);
  if (!found || !canMove(found.stage, 'close', 'clock')) return;
  await markStage(tx, id, 'closed', world.now());
  await recordAct(tx, world, systemActor, {
    kind: 'support-desk.moved',
    subject: { kind: 'case', id },
    cityId: found.cityId,
    details: { reference: found.reference, to: 'closed' },
  });
}
