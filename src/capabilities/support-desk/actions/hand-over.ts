import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotDesk, whyNotHandOver } from '../permissions.ts';
import { type Colleague, suggestAssignees } from '../rules/assignment.ts';
import { type Case, changeCase, lockCase } from '../store/cases.ts';
import { listColleagues, listPersonNames } from '../store/desk-people.ts';
import { insertHandOver } from '../store/hand-overs.ts';
import { listAlive } from '../store/waiting.ts';

export interface HandingOver {
  readonly from: string;
  /** Null: to whoever each case suits best. */
  readonly to: string | null;
  readonly reason: string;
}

/** Gives all of a person's cases that are not over to others, in one act. @returns its id, under which its pack is printed */
export async function handOver(
  world: World,
  actor: Actor,
  asked: HandingOver,
  once?: Submission,
): Promise<string> {
  refuseIf(whyNotDesk(actor), 403);
  return await atomically(
    world,
    actor,
    async (tx) => {
      if (asked.to !== null) refuseIf(whyNotHandOver(actor, { from: asked.from, to: asked.to }));
      const others = (await listColleagues(tx)).filter(({ personId }) => personId !== asked.from);
      const takers = asked.to === null ? others : others.filter(({ personId }) => personId === asked.to);
      if (takers.length === 0 || !actor.personId)
        throw Object.assign(new Refusal(because('support-desk:not-of-the-desk')), { field: 'to' });
      const cases: Case[] = [];
      for (const { id } of await listAlive(tx, asked.from)) {
        const locked = await lockCase(tx, id);
        if (locked?.assigneeId === asked.from) cases.push(locked);
      }
      if (cases.length === 0)
        throw Object.assign(new Refusal(because('support-desk:nothing-to-hand-over')), { field: 'from' });
      const given = spread(cases, takers, dayInUtc(world.now()));
      for (const { caseId, to } of given) await changeCase(tx, caseId, { assignee_id: to });
      const id = world.newId();
      await insertHandOver(tx, {
        id,
        from: asked.from,
        by: actor.personId,
        reason: asked.reason,
        cases: given,
      });
      const names = await listPersonNames(tx, [asked.from]);
      await recordAct(tx, world, actor, {
        kind: 'support-desk.handed-over',
        subject: { kind: 'hand-over', id },
        details: { from: names.get(asked.from) ?? null, n: given.length },
      });
      return id;
    },
    { once },
  );
}

/** Each case to whom it suits best, counting what the earlier ones have added to their load. */
function spread(
  cases: readonly Case[],
  takers: readonly Colleague[],
  today: Parameters<typeof suggestAssignees>[2],
): { caseId: string; to: string }[] {
  const loads = new Map(takers.map(({ personId, load }) => [personId, load]));
  return cases.map((one) => {
    const now = takers.map((taker) => ({ ...taker, load: loads.get(taker.personId) ?? 0 }));
    const to = (suggestAssignees(one, now, today)[0]?.colleague ?? now[0])?.personId ?? '';
    loads.set(to, (loads.get(to) ?? 0) + 1);
    return { caseId: one.id, to };
  });
}
