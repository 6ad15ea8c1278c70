import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotApprove, whyNotTakeBack } from '../permissions.ts';
import type { KeptWindow } from '../rules/prepared-window.ts';
import { findKeptWindow } from '../store/kept-windows.ts';
import { lockWindow, markClosed, markOpened, moveStage } from '../store/preparing.ts';
import { databaseNow } from '../store/clock.ts';
import { type KeptChange, lockChange, markChange, markLeaf } from '../store/window-changes.ts';
import { tellOfChange } from './tell-of-window.ts';
import { refuseUnlessReady } from './propose-change.ts';

interface Decided {
  readonly windowId: string;
  readonly changeId: string;
  readonly decision: 'approved' | 'refused' | 'withdrawn';
  readonly why: string | null;
}

/**
 * The second person's word. Approved: it holds from now on for every city, the public log says so, and whoever it touches is told.
 * Waits for submissions under way in the stage it moves, which `stageIsOpen` keeps locked.
 */
export async function decideChange(
  world: World,
  actor: Actor,
  { windowId, changeId, decision, why }: Decided,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const window = await lockWindow(tx, windowId);
      const change = await lockChange(tx, changeId);
      if (!window || change?.windowId !== windowId) throw notFound();
      refuseIf((decision === 'withdrawn' ? whyNotTakeBack : whyNotApprove)(actor, change));
      if (decision === 'approved') await refuseIfOutdated(tx, window, change);
      await markChange(tx, changeId, { decision, by: actor.personId, why });
      await recordAct(tx, world, actor, {
        kind: `fund.window-${change.kind}-${decision}`,
        subject: { kind: 'window', id: windowId },
        details: { window: window.name.en, reason: change.reason.en },
      });
      if (decision !== 'approved') return;
      await apply(tx, window, change);
      const changed = await findKeptWindow(tx, windowId);
      const leaf = await tellOfChange(tx, world, changed ?? window, change);
      await markLeaf(tx, changeId, leaf, actor.personId);
    },
    { once },
  );
}

/** What is approved must be what was proposed, and still allowed, by the database's clock. */
async function refuseIfOutdated(tx: Tx, window: KeptWindow, change: KeptChange): Promise<void> {
  const { kind, stage, from, to } = change;
  if (kind === 'open' && change.termsVersion !== window.version)
    throw new Refusal(because('fund:changed-since-proposed'), 409);
  const now = await databaseNow(tx);
  if (kind !== 'move' || !stage || !to) {
    refuseUnlessReady(window, { kind: kind === 'open' ? 'open' : 'close' }, now);
    return;
  }
  const is = window.stages.find(({ key }) => key === stage);
  if (
    is?.opensAt.getTime() !== from?.opensAt.getTime() ||
    is?.closesAt.getTime() !== from?.closesAt.getTime()
  )
    throw new Refusal(because('fund:changed-since-proposed'), 409);
  refuseUnlessReady(window, { kind, stage, to }, now);
}

async function apply(tx: Tx, window: KeptWindow, { kind, stage, to }: KeptChange): Promise<void> {
  if (kind === 'open') return await markOpened(tx, window.id);
  if (kind === 'close') return await markClosed(tx, window.id);
  if (stage && to) await moveStage(tx, window.id, stage, to);
}
