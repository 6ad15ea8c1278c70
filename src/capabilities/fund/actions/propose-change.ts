import type { Actor } from '../../../kernel/actor.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepWindows } from '../permissions.ts';
import { type KeptWindow, whatIsMissing } from '../rules/prepared-window.ts';
import { type Period, problemsOfMove } from '../rules/window-change.ts';
import type { StageKey } from '../rules/window.ts';
import { lockWindow } from '../store/preparing.ts';
import { insertChange } from '../store/window-changes.ts';
import { refuseAt } from './keep-grant.ts';

export type Proposal = { readonly windowId: string; readonly reason: LocalText } & (
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'move'; readonly stage: StageKey; readonly to: Period }
);

/** One of two: nothing changes for cities until another person approves. @returns the change's id */
export async function proposeChange(
  world: World,
  actor: Actor,
  asked: Proposal,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeepWindows(actor), 403);
      const window = await lockWindow(tx, asked.windowId);
      if (!window) throw notFound();
      refuseUnlessReady(window, asked, world.now());
      const id = world.newId();
      const stage = asked.kind === 'move' ? window.stages.find(({ key }) => key === asked.stage) : undefined;
      const inserted = await insertChange(tx, {
        id,
        windowId: window.id,
        kind: asked.kind,
        stage: stage?.key ?? null,
        from: stage ? { opensAt: stage.opensAt, closesAt: stage.closesAt } : null,
        to: asked.kind === 'move' ? asked.to : null,
        termsVersion: window.version,
        reason: asked.reason,
        proposedBy: actor.personId,
      });
      if (!inserted) throw new Refusal(because('fund:same-is-waiting'), 409);
      await recordAct(tx, world, actor, {
        kind: `fund.window-${asked.kind}-proposed`,
        subject: { kind: 'window', id: window.id },
        details: { window: window.name.en, reason: asked.reason.en },
      });
      return id;
    },
    { once },
  );
}

/** Asked when it is proposed and again when it is approved. */
export function refuseUnlessReady(
  window: KeptWindow,
  asked: { kind: 'open' | 'close' } | { kind: 'move'; stage: StageKey; to: Period },
  now: Date,
): void {
  if (asked.kind === 'open') {
    if (window.state !== 'preparing') throw new Refusal(because('fund:is-open-already'), 409);
    const missing = [...whatIsMissing(window, now).values()].flat().length;
    if (missing > 0) throw new Refusal(because('fund:something-missing', { n: missing }));
    return;
  }
  if (window.state !== 'open') throw new Refusal(because('fund:is-not-open'), 409);
  if (asked.kind === 'move') {
    const [problem] = problemsOfMove(window.stages, asked.stage, asked.to, now);
    if (problem) refuseAt(problem);
  }
}
