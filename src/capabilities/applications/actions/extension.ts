import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { whyNotFund } from '../permissions.ts';
import { findApplication } from '../store/applications.ts';
import { answerExtension, insertExtension } from '../store/extensions.ts';
import { withApplication } from './with-application.ts';

/** A city says that it needs more time. A deadline moves for all or for none, by two people of the fund. */
export async function askExtension(
  world: World,
  actor: Actor,
  { applicationId, reason }: { readonly applicationId: string; readonly reason: string },
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, { application }) => {
      await insertExtension(tx, {
        id: world.newId(),
        applicationId,
        stage: application.stage,
        reason,
        personId: actor.personId ?? '',
        byName: actor.name,
      });
      await recordAct(tx, world, actor, {
        kind: 'applications.extension-asked',
        subject: { kind: 'application', id: applicationId },
        cityId: application.cityId,
      });
    },
    once,
  );
}

export async function answerExtensionRequest(
  world: World,
  actor: Actor,
  asked: { readonly applicationId: string; readonly requestId: string; readonly answer: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotFund(actor), 403);
      const application = await findApplication(tx, asked.applicationId);
      if (!application) throw notFound();
      const answered = await answerExtension(tx, asked.requestId, asked.answer, actor.personId ?? '');
      if (!answered) throw notFound();
      await recordAct(tx, world, actor, {
        kind: 'applications.extension-answered',
        subject: { kind: 'application', id: application.id },
        cityId: application.cityId,
      });
      await enqueue(tx, 'applications-tell', {
        applicationId: application.id,
        what: 'extension-answered',
        reason: asked.answer,
        byName: actor.name,
        byPerson: actor.personId,
      });
    },
    { once },
  );
}
