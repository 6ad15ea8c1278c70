import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import { stageAfter, stageIsOpen, whyNotMove } from '../../fund/index.ts';
import { whyNotWithdraw } from '../permissions.ts';
import { lockApplication, saveState } from '../store/applications.ts';
import { findCommitment, markWithdrawn } from '../store/commitments.ts';
import { insertMove } from '../store/moves.ts';
import { lockPart, saveStatus } from '../store/parts.ts';
import { signedInApplicant } from './applicant.ts';
import { mandatedRole, openApplication } from './open-application.ts';
import { rolesFor } from './submit-application.ts';

interface Leaving {
  readonly applicationId: string;
  /** `take-back` to change it and send it again while the stage is open; `withdraw` for good. */
  readonly how: 'take-back' | 'withdraw';
  readonly why: string | null;
}

/** The city takes its application back, or out of the window. What was committed to stays in the log; nothing written is lost. */
export async function withdraw(
  world: World,
  actor: Actor,
  { applicationId, how, why }: Leaving,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      if (!(await lockApplication(tx, applicationId))) throw notFound();
      const open = await openApplication(tx, signedInApplicant(actor), undefined, applicationId);
      const { application, part, window } = open;
      refuseIf(whyNotWithdraw(mandatedRole(open)), 403);
      await lockPart(tx, part.id);
      const standing = {
        state: application.state as 'draft',
        isLastStage: stageAfter(window.stages, part.stage) === undefined,
        stageIsOpen: await stageIsOpen(tx, window.id, part.stage),
      };
      const mover = { roles: rolesFor(actor, application.cityId), proposedIt: false };
      if (how === 'take-back' && !standing.stageIsOpen)
        throw new Refusal(because('applications:too-late-to-take-back'));
      refuseIf(whyNotMove(how, mover, standing));
      const personId = actor.personId ?? '';
      const sent = await findCommitment(tx, part.id);
      if (sent) await markWithdrawn(tx, sent.id, { personId, why });
      if (how === 'take-back') await saveStatus(tx, part.id, 'open');
      const to = how === 'take-back' ? 'draft' : 'withdrawn';
      await saveState(tx, applicationId, to);
      const move = { id: world.newId(), applicationId, from: application.state, to, why };
      await insertMove(tx, { ...move, personId, byName: actor.name });
      await recordAct(tx, world, actor, {
        kind: `applications.application-${how === 'take-back' ? 'taken-back' : 'withdrawn'}`,
        subject: { kind: 'application', id: applicationId },
        cityId: application.cityId,
      });
      await announce(tx, world, {
        kind: 'application-withdrawn',
        payload: {
          applicationId,
          windowId: window.id,
          cityId: application.cityId,
          final: how === 'withdraw',
        },
      });
    },
    { once },
  );
}
