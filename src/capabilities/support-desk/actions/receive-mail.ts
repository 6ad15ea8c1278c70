import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { insertRawMail, settleRawMail } from '../store/raw-mail.ts';
import { filesOf } from './keep-files.ts';

export const mailBytesAtMost = 60_000_000;

interface Arrived {
  readonly source: 'pipe' | 'imap';
  readonly sourceKey?: string;
  /** Only its head was fetched, for the whole is too large: it goes to the tray at once. */
  readonly headOnly?: boolean;
}

/**
 * Keeps a mail whole before anything is made of it: the bytes are on the disk, then their row and the job that files it are
 * committed together. Whatever happens later, nothing is lost.
 * @returns its id; undefined when this very mail was kept before
 * @throws Refusal when it is empty or too large; whoever handed it over still has it then
 */
export async function receiveMail(
  world: World,
  bytes: Uint8Array,
  arrived: Arrived,
): Promise<string | undefined> {
  const { sha256, size } = await filesOf(world).put(bytes, { limitBytes: mailBytesAtMost });
  const id = world.newId();
  return await atomically(world, systemActor, async (tx) => {
    const isNew = await insertRawMail(tx, {
      id,
      sha256,
      size,
      source: arrived.source,
      sourceKey: arrived.sourceKey ?? null,
    });
    if (!isNew) return undefined;
    if (arrived.headOnly)
      await settleRawMail(tx, id, { state: 'needs-look', reason: 'too-large' }, world.now());
    else await enqueue(tx, 'support-desk-file-mail', { rawMailId: id });
    return id;
  });
}
