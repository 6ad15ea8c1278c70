import { createHash } from 'node:crypto';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { appendLeaf, commitTo } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { type Certificate, certificateNumber, committedName } from '../rules/certificate.ts';
import { type Holder, insertCertificate } from '../store/certificates.ts';

type Certified = Pick<Certificate, 'courseId' | 'eventId' | 'versionNumber' | 'title' | 'minutes'> & {
  readonly completedAt: Date;
};

/**
 * Issues a certificate. The log gets what it certifies, the number's hash and a commitment to the name: never the name, and
 * nothing from which certificates could be listed. Call it last in the transaction. @returns the number
 */
export async function certify(tx: Tx, world: World, certified: Certified, holder: Holder): Promise<string> {
  const number = certificateNumber(world.randomBytes(10));
  const saltId = world.newId();
  const salt = world.randomBytes(32);
  const commitment = await commitTo(tx, saltId, committedName(number, holder.name), salt);
  const { completedAt, ...what } = certified;
  const completedOn = dayInUtc(completedAt);
  const { index } = await appendLeaf(tx, {
    kind: 'certificate-issued',
    at: world.now(),
    body: {
      certificate: numberHash(number),
      ...(what.courseId ? { course: what.courseId, version: what.versionNumber ?? 0 } : {}),
      ...(what.eventId ? { event: what.eventId } : {}),
      completedOn,
      holder: commitment,
    },
  });
  await insertCertificate(
    tx,
    { ...what, id: world.newId(), number, completedOn, saltId, commitment, leaf: index },
    holder,
  );
  return number;
}

/** How the log names a certificate: who has the number finds it, who reads the log learns no number. */
export function numberHash(number: string): string {
  return createHash('sha256').update(number).digest('hex');
}
