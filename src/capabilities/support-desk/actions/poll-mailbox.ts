import { reading } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import type { OpenMailbox } from './mailbox.ts';
import { lastUidOf } from '../store/raw-mail.ts';
import { mailBytesAtMost, receiveMail } from './receive-mail.ts';

/** Keeps every mail that came since the last time, in order. The first that fails ends this turn; the next begins with it. */
export async function pollMailbox(world: World, open: OpenMailbox): Promise<number> {
  const address = world.config.mailInUrl;
  if (address === null) return 0;
  const mailbox = await open(address);
  try {
    const last = await reading(world, systemActor, (tx) => lastUidOf(tx, mailbox.name));
    let kept = 0;
    for (const mail of await mailbox.listAfter(last)) {
      const headOnly = mail.size > mailBytesAtMost;
      const bytes = await mailbox.fetch(mail, headOnly ? 'head' : 'whole');
      const id = await receiveMail(world, bytes, { source: 'imap', sourceKey: mail.key, headOnly });
      if (id) kept += 1;
    }
    return kept;
  } finally {
    await mailbox.close();
  }
}
