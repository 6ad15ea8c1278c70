import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findFormVersion, questionsOf } from '../../application-forms/index.ts';
import { findOpenWindow, stageAfter, stageIsOpen, whyNotMove } from '../../fund/index.ts';
import { actsFor } from '../permissions.ts';
import { findCommitment } from '../store/commitments.ts';
import { lockApplication, saveStage, saveState } from '../store/applications.ts';
import { insertMove } from '../store/moves.ts';
import { findPart, insertPart } from '../store/parts.ts';
import { signedInApplicant } from './applicant.ts';
import { openApplication } from './open-application.ts';
import { writeChanges } from './save-answers.ts';
import { fillKnown } from './start-application.ts';
import { rolesFor } from './submit-application.ts';

/** An invited city begins the next stage: what it said under the same question keys comes along, marked as carried over. */
export async function takeUp(
  world: World,
  actor: Actor,
  applicationId: string,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const application = await lockApplication(tx, applicationId);
      if (!application || !actsFor(actor, application.cityId)) throw notFound();
      const window = await findOpenWindow(tx, application.windowId);
      const next = window && stageAfter(window.stages, application.stage);
      const stage = window?.stages.find(({ key }) => key === next);
      if (!window || !next || !stage) throw new Refusal(because('fund:no-stage-after'));
      const mover = { roles: rolesFor(actor, application.cityId), proposedIt: false };
      const isOpen = await stageIsOpen(tx, window.id, next);
      refuseIf(
        whyNotMove('take-up', mover, {
          state: application.state as 'invited',
          isLastStage: false,
          stageIsOpen: isOpen,
        }),
      );
      const earlier = await findPart(tx, applicationId, application.stage);
      await saveStage(tx, applicationId, next);
      await saveState(tx, applicationId, 'draft');
      const by = { personId: actor.personId, byName: actor.name };
      await insertMove(tx, {
        ...by,
        id: world.newId(),
        applicationId,
        from: application.state,
        to: 'draft',
        why: null,
      });
      const part = { id: world.newId(), applicationId, stage: next, formVersionId: stage.formVersionId };
      await insertPart(tx, part);
      if (earlier) await carryOver(tx, actor, applicationId, earlier.id, stage.formVersionId);
      await recordAct(tx, world, actor, {
        kind: 'applications.stage-taken-up',
        subject: { kind: 'application', id: applicationId },
        cityId: application.cityId,
        details: { stage: next },
      });
    },
    { once },
  );
}

/** As submitted, not as drafted: the words the city was invited for. Files are not carried: they are evidence of their stage. */
async function carryOver(
  tx: Tx,
  actor: Actor,
  applicationId: string,
  earlierPartId: string,
  formVersionId: string,
): Promise<void> {
  const form = await findFormVersion(tx, formVersionId);
  const sent = await findCommitment(tx, earlierPartId);
  const applicant = signedInApplicant(actor);
  const open = await openApplication(tx, applicant, undefined, applicationId);
  const changes = (form ? questionsOf(form) : []).flatMap((question) => {
    const value = sent?.answers[question.key];
    return value && value.kind === question.kind && value.kind !== 'file'
      ? [{ questionKey: question.key, seen: 0, value }]
      : [];
  });
  await writeChanges(tx, applicant, open, changes, 'carried');
  await fillKnown(tx, actor, await openApplication(tx, applicant, undefined, applicationId));
}
