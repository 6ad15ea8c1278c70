import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { isOwn, whyNotTrain } from '../permissions.ts';
import { lockHeld, listHeld, markRevoked, showName } from '../store/certificates.ts';
import { findLearning } from '../store/learning.ts';
import { findRegistration } from '../store/registrations.ts';
import { numberHash } from './certify.ts';
import { postPlain } from './letters.ts';
import { actFromSeat, type Seat } from './seat.ts';

/** The holder lets everybody see their name beside the certificate, or hides it again. */
export async function setNameShown(
  world: World,
  seat: Seat,
  { place, shown }: { readonly place: 'learning' | 'registration'; readonly shown: boolean },
  once?: Submission,
): Promise<void> {
  await actFromSeat(
    world,
    seat,
    place,
    async (tx, id) => {
      const [held] = await listHeld(tx, place === 'learning' ? { learningId: id } : { registrationId: id });
      if (!held || !isOwn(seat.actor, held.holder, seat.token !== undefined)) throw notFound();
      if (held.revokedAt) throw new Refusal(because('training:revoked-already'), 409);
      await showName(tx, held.id, shown ? held.holder.name : null);
    },
    once,
  );
}

/** Takes a certificate back, with a reason everybody can read; the log keeps both. */
export async function revokeCertificate(
  world: World,
  actor: Actor,
  { certificateId, why }: { readonly certificateId: string; readonly why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTrain(actor), 403);
      const held = await lockHeld(tx, certificateId);
      if (!held) throw notFound();
      if (held.revokedAt) throw new Refusal(because('training:revoked-already'), 409);
      await recordAct(tx, world, actor, {
        kind: 'training.certificate-revoked',
        subject: { kind: 'certificate', id: certificateId },
        details: { number: held.number, why },
      });
      const { learningId, registrationId } = held.holder;
      const holder = learningId
        ? await findLearning(tx, learningId)
        : registrationId && (await findRegistration(tx, registrationId));
      if (holder)
        await postPlain(tx, world, holder, 'certificate-revoked', `/certificates/${held.number}`, {
          title: held.title[holder.language],
          why,
        });
      const { index } = await appendLeaf(tx, {
        kind: 'certificate-revoked',
        at: world.now(),
        body: { certificate: numberHash(held.number), issued: held.leaf },
      });
      await markRevoked(tx, certificateId, { why, leaf: index, by: actor.personId });
    },
    { once },
  );
}
