import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepWindows } from '../permissions.ts';
import type { KeptWindow, PrepareStep } from '../rules/prepared-window.ts';
import { lockWindow, reviseTerms, type TermsParts } from '../store/preparing.ts';

interface Preparing {
  readonly windowId: string;
  readonly step: PrepareStep;
  /** The version the form was opened on, and what its fields would say now; left out by what only adds or removes one line. */
  readonly opened?: {
    readonly version: number;
    readonly now: (window: KeptWindow) => Record<string, string>;
  };
}

/**
 * Changes one step of a window that is being prepared. What the work gives back is written to the terms.
 * @throws Stale when somebody changed the window since the form was opened and the answers differ
 */
export async function prepareWindow(
  world: World,
  actor: Actor,
  { windowId, step, opened }: Preparing,
  work: (tx: Tx, window: KeptWindow) => Promise<TermsParts | undefined>,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeepWindows(actor), 403);
      const window = await lockWindow(tx, windowId);
      if (!window) throw notFound();
      if (window.state !== 'preparing') throw new Refusal(because('fund:terms-are-public'), 409);
      if (opened && opened.version !== window.version) throw new Stale(opened.now(window), window.version);
      const parts = await work(tx, window);
      await reviseTerms(tx, windowId, parts);
      await recordAct(tx, world, actor, {
        kind: 'fund.window-prepared',
        subject: { kind: 'window', id: windowId },
        details: { window: window.name.en, step },
      });
    },
    { once },
  );
}
