import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import {
  type ApplicationState,
  findOpenWindow,
  type MoveKey,
  moves,
  stageAfter,
  whyNotMove,
} from '../../fund/index.ts';
import { whyNotFund } from '../permissions.ts';
import { lockApplication } from '../store/applications.ts';
import { findOfApplication, insertProposal, settleProposal } from '../store/move-proposals.ts';
import { moveApplication } from './move-application.ts';

interface StaffMove {
  readonly applicationId: string;
  readonly move: MoveKey;
  readonly why: string | null;
}

/** Staff move an application; where it takes two, the first press proposes and another person's confirms. */
export async function moveByStaff(
  world: World,
  actor: Actor,
  { applicationId, move, why }: StaffMove,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotFund(actor), 403);
      const application = await lockApplication(tx, applicationId);
      const window = application && (await findOpenWindow(tx, application.windowId));
      if (!application || !window) throw notFound();
      const waits = await findOfApplication(tx, applicationId);
      if (!moves[move].byTwo || waits?.move === move) {
        await moveApplication(tx, world, actor, { applicationId, move, why });
        await enqueue(tx, 'applications-tell', {
          applicationId,
          what: 'moved',
          reason: null,
          byName: actor.name,
          byPerson: actor.personId,
        });
        return;
      }
      if (moves[move].reasonNeeded && !why)
        throw Object.assign(new Refusal(because('platform:needed')), { field: 'why' });
      const standing = {
        state: application.state as ApplicationState,
        isLastStage: stageAfter(window.stages, application.stage) === undefined,
        stageIsOpen: false,
      };
      const mover = { roles: actor.roles.map(({ role }) => role), proposedIt: false };
      refuseIf(whyNotMove(move, mover, standing));
      const proposal = { id: world.newId(), applicationId, move, why, byName: actor.name };
      if (!(await insertProposal(tx, { ...proposal, proposedBy: actor.personId ?? '' })))
        throw new Refusal(because('applications:other-move-waits'));
      await recordAct(tx, world, actor, {
        kind: 'applications.move-proposed',
        subject: { kind: 'application', id: applicationId },
        cityId: application.cityId,
        details: { to: moves[move].to },
      });
    },
    { once },
  );
}

/** The second person says no, or the first takes it back. */
export async function dropProposal(
  world: World,
  actor: Actor,
  applicationId: string,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotFund(actor), 403);
      const waits = await findOfApplication(tx, applicationId);
      if (!waits) throw notFound();
      const outcome = waits.proposedBy === actor.personId ? 'withdrawn' : 'refused';
      await settleProposal(tx, waits.id, actor.personId ?? '', outcome);
    },
    { once },
  );
}
