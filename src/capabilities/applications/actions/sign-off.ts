import type { Actor } from '../../../kernel/actor.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Submission, Tx } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { whyNotAskSignOff, whyNotSendBack } from '../permissions.ts';
import { answersHash } from '../rules/canonical.ts';
import type { SignOff } from '../rules/sign-off.ts';
import { insertSignOff } from '../store/sign-offs.ts';
import { mandatedRole, type OpenApplication } from './open-application.ts';
import { withApplication } from './with-application.ts';

/** The lead says that it is ready: now it waits for the certifier. */
export async function askSignOff(
  world: World,
  actor: Actor,
  applicationId: string,
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      const role = mandatedRole(open);
      refuseIf(whyNotAskSignOff(role, open.part, open.problems.length));
      await write(tx, world, actor, open, 'asked', null);
    },
    once,
  );
}

/** The certifier does not sign it as it is, and says why: now it waits for the lead. */
export async function sendBack(
  world: World,
  actor: Actor,
  { applicationId, reason }: { readonly applicationId: string; readonly reason: string },
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      const role = mandatedRole(open);
      refuseIf(whyNotSendBack(actor, open.application, role, open.signOff));
      await write(tx, world, actor, open, 'sent-back', reason);
    },
    once,
  );
}

async function write(
  tx: Tx,
  world: World,
  actor: Actor,
  open: OpenApplication,
  kind: SignOff['kind'],
  reason: string | null,
): Promise<void> {
  const applicationId = open.application.id;
  await insertSignOff(tx, {
    id: world.newId(),
    applicationId,
    partId: open.part.id,
    kind,
    answersHash: answersHash(open.answers),
    reason,
    personId: actor.personId ?? '',
    byName: actor.name,
  });
  await recordAct(tx, world, actor, {
    kind: `applications.sign-off-${kind === 'asked' ? 'asked' : 'refused'}`,
    subject: { kind: 'application', id: applicationId },
    cityId: open.application.cityId,
  });
  // Others' addresses are not a member's to read: the worker writes the letters.
  await enqueue(tx, 'applications-tell', {
    applicationId,
    what: kind,
    reason,
    byName: actor.name,
    byPerson: actor.personId,
  });
}
