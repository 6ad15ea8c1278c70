import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import {
  type ApplicationState,
  findOpenWindow,
  type MoveKey,
  moves,
  stageAfter,
  stageIsOpen,
  whyNotMove,
} from '../../fund/index.ts';
import { findOfApplication, settleProposal } from '../store/move-proposals.ts';
import { lockApplication, saveState } from '../store/applications.ts';
import { insertMove } from '../store/moves.ts';
import { rolesFor } from './submit-application.ts';

export interface MoveWanted {
  readonly applicationId: string;
  readonly move: MoveKey;
  readonly why?: string | null;
  /** Who proposed a move that takes two people; when not given, the proposal that waits on the application. */
  readonly proposedBy?: string;
}

/**
 * Moves an application along the fund's process, in the caller's transaction; a null-hearted `platform` actor is the clock.
 * @returns the state it has come to @throws Refusal when the process does not allow it now, or a second person is needed
 */
export async function moveApplication(
  tx: Tx,
  world: World,
  actor: Actor,
  wanted: MoveWanted,
): Promise<ApplicationState> {
  const application = await lockApplication(tx, wanted.applicationId);
  const window = application && (await findOpenWindow(tx, application.windowId));
  if (!application || !window) throw notFound();
  const asked = moves[wanted.move];
  const proposal = asked.byTwo ? await findOfApplication(tx, application.id) : undefined;
  const proposer = wanted.proposedBy ?? (proposal?.move === wanted.move ? proposal.proposedBy : undefined);
  if (asked.byTwo && !proposer) throw new Refusal(because('fund:second-person-needed'));
  const why = wanted.why ?? proposal?.why ?? null;
  if (asked.reasonNeeded && !why)
    throw Object.assign(new Refusal(because('platform:needed')), { field: 'why' });
  const mover = {
    roles: actor.personId === null ? ('clock' as const) : rolesFor(actor, application.cityId),
    proposedIt: proposer !== undefined && proposer === actor.personId,
  };
  const standing = {
    state: application.state as ApplicationState,
    isLastStage: stageAfter(window.stages, application.stage) === undefined,
    stageIsOpen: await stageIsOpen(tx, window.id, application.stage),
  };
  refuseIf(whyNotMove(wanted.move, mover, standing));
  if (proposal && proposal.move === wanted.move && actor.personId)
    await settleProposal(tx, proposal.id, actor.personId, 'confirmed');
  await saveState(tx, application.id, asked.to);
  await insertMove(tx, {
    id: world.newId(),
    applicationId: application.id,
    from: application.state,
    to: asked.to,
    personId: actor.personId,
    byName: actor.name,
    why,
  });
  await recordAct(tx, world, actor, {
    kind: 'applications.application-moved',
    subject: { kind: 'application', id: application.id },
    cityId: application.cityId,
    details: { from: application.state, to: asked.to },
  });
  await announce(tx, world, {
    kind: 'application-moved',
    payload: {
      applicationId: application.id,
      windowId: window.id,
      cityId: application.cityId,
      stage: application.stage,
      from: application.state,
      to: asked.to,
    },
  });
  return asked.to;
}
