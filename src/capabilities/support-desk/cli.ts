import { reading } from '../../platform/database/atomically.ts';
import type { Command } from '../../platform/command-line/command.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { fileMail } from './actions/file-mail.ts';
import { receiveMail } from './actions/receive-mail.ts';
import { findCase } from './store/cases.ts';
import { findRawMail } from './store/raw-mail.ts';

/** For a mail server that hands each message to a program. Code 0 means: kept for good. */
const receive: Command = {
  words: ['mail', 'receive'],
  usage: 'mmc mail receive < message',
  summary: 'Keeps one mail (RFC 5322) from standard input and files it at the support desk.',
  needsWorld: true,
  async run(line, given) {
    const world = given as World;
    const id = await receiveMail(world, await line.readStdin(), { source: 'pipe' });
    if (id === undefined) return 0;
    // Kept already: if filing fails now, the worker does it.
    await fileMail(world, { rawMailId: id }).catch(() =>
      line.err('The mail is kept; it will be filed later.'),
    );
    const { mail, about } = await reading(world, systemActor, async (tx) => {
      const found = await findRawMail(tx, id);
      return { mail: found, about: found?.caseId ? await findCase(tx, found.caseId) : undefined };
    });
    const told = {
      id,
      state: mail?.state ?? 'waiting',
      reason: mail?.reason ?? null,
      reference: about?.reference ?? null,
    };
    line.out(
      line.json ? JSON.stringify(told) : [told.state, told.reason, told.reference].filter(Boolean).join(' '),
    );
    return 0;
  },
};

export const commands: readonly Command[] = [receive];
