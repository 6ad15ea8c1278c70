import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { fileMail } from './actions/file-mail.ts';
import { sendLink } from './actions/find-again.ts';
import { pollMailbox } from './actions/poll-mailbox.ts';
import { remind } from './actions/remind.ts';
import { tellAssignee } from './actions/tell-assignee.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'support-desk-file-mail': fileMail,
  'support-desk-send-link': sendLink,
  'support-desk-tell-assignee': tellAssignee,
  'support-desk-remind': remind,
  'support-desk-poll-mailbox': async (world) => {
    if (world.config.mailInUrl === null) return;
    const { openImapMailbox } = await import('./actions/imap-mailbox.ts');
    await pollMailbox(world, openImapMailbox);
  },
};

export const schedules: readonly Schedule[] = [
  { task: 'support-desk-poll-mailbox', pattern: '*/2 * * * *' },
  { task: 'support-desk-remind', pattern: '17 6 * * *' },
];
