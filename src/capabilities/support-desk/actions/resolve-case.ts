import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import type { Submission, Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotMove } from '../permissions.ts';
import type { Outcome } from '../rules/case.ts';
import { type Case, markStage } from '../store/cases.ts';
import { findLastMessage, insertMessage } from '../store/messages.ts';
import { changeByDesk } from './change-case.ts';
import { postLetter } from './letters.ts';
import type { OnCase } from './locked-case.ts';
import { noteSupport } from './note-support.ts';
import { linkFor } from './secure-links.ts';
import { tellAnswered } from './tell-asked.ts';

export interface Resolution extends OnCase {
  readonly outcome: Outcome;
  /** What came of it, in the desk's words to the city. */
  readonly note: string;
}

/**
 * Ends a case with its outcome: the city is told and asked two questions.
 * Announces `case-resolved` with `{caseId, reference, cityId, outcome, topic, resolvedOn}`.
 */
export async function resolveCase(
  world: World,
  actor: Actor,
  asked: Resolution,
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    refuseIf(whyNotMove(actor, found, 'resolve'));
    await tellCity(tx, world, actor, found, asked);
    const { outcome, note } = asked;
    const resolvedAt = world.now();
    const assigned = found.assigneeId ?? actor.personId;
    await markStage(tx, found.id, 'resolved', resolvedAt, {
      outcome,
      outcome_note: note,
      resolved_at: resolvedAt,
      assignee_id: assigned,
    });
    await tellAnswered(tx, world, found);
    await noteSupport(tx, world, actor, { ...found, outcome, resolvedAt });
    const { id: caseId, reference, cityId, topic } = found;
    await announce(tx, world, {
      kind: 'case-resolved',
      payload: { caseId, reference, cityId, outcome, topic, resolvedOn: dayInUtc(resolvedAt) },
    });
    return { kind: 'support-desk.resolved', details: { outcome } };
  });
}

async function tellCity(tx: Tx, world: World, actor: Actor, to: Case, { note }: Resolution): Promise<void> {
  const link = await linkFor(tx, world, { caseId: to.id, audience: 'requester', language: to.language });
  const survey = await linkFor(tx, world, { caseId: to.id, audience: 'survey', language: to.language });
  const answered = await findLastMessage(tx, to.id, 'in');
  const t = words(to.language);
  const messageId = await postLetter(tx, world, to, {
    text: `${note}\n\n${t('mail.resolved')}\n\n${t('mail.survey')}\n${survey}`,
    link,
    inReplyTo: answered?.messageId ?? null,
  });
  await insertMessage(tx, {
    id: world.newId(),
    caseId: to.id,
    direction: 'out',
    channel: 'web',
    personId: actor.personId,
    fromName: actor.name,
    body: note,
    messageId,
  });
}
