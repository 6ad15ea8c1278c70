import type { Actor } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { type Act, recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotDesk, whyNotMove } from '../permissions.ts';
import type { Topic, Urgency } from '../rules/case.ts';
import { canMove, moves, type PlainMove } from '../rules/stages.ts';
import { type Case, type CaseChange, changeCase, markStage } from '../store/cases.ts';
import { listColleagues } from '../store/desk-people.ts';
import { lockAsSeen, type OnCase } from './locked-case.ts';
import { noteSupport } from './note-support.ts';
import { tellAnswered } from './tell-asked.ts';

/** Every change of the desk to a case: locked as seen, permitted, done, recorded. */
export async function changeByDesk(
  world: World,
  actor: Actor,
  asked: OnCase,
  once: Submission | undefined,
  change: (tx: Tx, found: Case) => Promise<Pick<Act, 'kind' | 'details'>>,
): Promise<void> {
  refuseIf(whyNotDesk(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      const found = await lockAsSeen(tx, asked);
      const { kind, details } = await change(tx, found);
      const subject = { kind: 'case', id: found.id };
      await recordAct(tx, world, actor, {
        kind,
        subject,
        cityId: found.cityId,
        details: { reference: found.reference, ...details },
      });
      return null;
    },
    { once },
  );
}

/** Writes it; a case that was new is taken by it. */
async function change(tx: Tx, world: World, found: Case, changed: CaseChange): Promise<void> {
  if (canMove(found.stage, 'take', 'desk'))
    await markStage(tx, found.id, moves.take.to, world.now(), changed);
  else await changeCase(tx, found.id, changed);
}

export interface Triage extends OnCase {
  readonly topic: Topic;
  readonly urgency: Urgency;
  readonly language: Language;
  readonly subject: string;
  readonly cityId: string | null;
  readonly dueOn: CalendarDate | null;
}

export async function triageCase(
  world: World,
  actor: Actor,
  asked: Triage,
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    if (asked.cityId !== null && !(await findCity(tx, asked.cityId)))
      throw Object.assign(new Refusal(because('platform:unknown-reference')), { field: 'city' });
    // Who speaks for one city does not thereby speak for another.
    const unverified = asked.cityId === found.cityId ? {} : { verified_by: null, verified_how: null };
    const { topic, urgency, language, subject } = asked;
    await change(tx, world, found, {
      topic,
      urgency,
      language,
      subject,
      city_id: asked.cityId,
      due_on: asked.dueOn,
      ...unverified,
    });
    return { kind: 'support-desk.triaged', details: { topic } };
  });
}

/** @param asked.assigneeId null gives the case back to nobody */
export async function assignCase(
  world: World,
  actor: Actor,
  asked: OnCase & { readonly assigneeId: string | null },
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    const colleague = (await listColleagues(tx)).find(({ personId }) => personId === asked.assigneeId);
    if (asked.assigneeId !== null && !colleague)
      throw Object.assign(new Refusal(because('support-desk:not-of-the-desk')), { field: 'assignee' });
    await change(tx, world, found, { assignee_id: asked.assigneeId });
    return { kind: 'support-desk.assigned', details: { to: colleague?.name ?? null } };
  });
}

export async function moveCase(
  world: World,
  actor: Actor,
  asked: OnCase & { readonly move: PlainMove },
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    refuseIf(whyNotMove(actor, found, asked.move));
    await markStage(tx, found.id, moves[asked.move].to, world.now());
    await tellAnswered(tx, world, found);
    return { kind: 'support-desk.moved', details: { to: moves[asked.move].to } };
  });
}

/** The desk knows, by a channel of its own, that the requester speaks for the city. Until then nothing counts for the city. */
export async function verifyRequester(
  world: World,
  actor: Actor,
  asked: OnCase & { readonly how: string },
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    if (found.cityId === null) throw new Refusal(because('support-desk:city-not-known'));
    await changeCase(tx, found.id, { verified_by: actor.personId, verified_how: asked.how });
    await noteSupport(tx, world, actor, { ...found, verifiedHow: asked.how });
    return { kind: 'support-desk.requester-verified', details: { how: asked.how } };
  });
}
