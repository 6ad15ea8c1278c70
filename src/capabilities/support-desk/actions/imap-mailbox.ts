import { ImapFlow } from 'imapflow';
import type { OpenMailbox } from './mailbox.ts';

/**
 * Opens `imaps://user:password@host:993/INBOX`. Loaded only where MAIL_IN_URL is set.
 * @throws whatever the connection says; the job tries again at its next turn
 */
export const openImapMailbox: OpenMailbox = async (address) => {
  const url = new URL(address);
  const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (url.protocol === 'imaps:' ? '993' : '143')),
    secure: url.protocol === 'imaps:',
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
  });
  // An error between two commands would otherwise end the program.
  client.on('error', () => undefined);
  await client.connect();
  const opened = await client.mailboxOpen(folder, { readOnly: true });
  const name = `${url.hostname}/${folder};${opened.uidValidity}`;
  return {
    name,
    listAfter: async (uid) => {
      const found = await client.fetchAll(`${uid + 1}:*`, { uid: true, size: true }, { uid: true });
      return found
        .filter((mail) => mail.uid > uid)
        .map((mail) => ({ key: `${name};${mail.uid}`, uid: mail.uid, size: mail.size ?? 0 }))
        .toSorted((a, b) => a.uid - b.uid);
    },
    fetch: async ({ uid }, part) => {
      const mail = await client.fetchOne(
        String(uid),
        part === 'whole' ? { source: true } : { headers: true },
        { uid: true },
      );
      const bytes = mail ? (part === 'whole' ? mail.source : mail.headers) : undefined;
      if (!bytes) throw new Error(`the mail ${uid} could not be fetched from ${name}`);
      return bytes;
    },
    close: async () => {
      await client.logout().catch(() => undefined);
    },
  };
};
