import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { atomically, type Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { proofFor } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { findOpenWindow } from '../../fund/index.ts';
import { mandateLettersTo } from '../../mandates/index.ts';
import { words } from '../messages/index.ts';
import { type Commitment, listCommitments } from '../store/commitments.ts';

/** The receipt, by mail to everybody who acts for the city, with the proof that `verify/` checks offline. By the worker. */
export const mailReceipt: Job = async (world, payload) => {
  const { applicationId, commitmentId } = payload as { applicationId: string; commitmentId: string };
  await atomically(world, systemActor, async (tx) => {
    const made = (await listCommitments(tx, { applicationId })).find(({ id }) => id === commitmentId);
    const window = made && (await findOpenWindow(tx, made.windowId));
    if (made && window) await write(tx, world, made, window.name);
  });
};

async function write(tx: Tx, world: World, made: Commitment, windowName: LocalText): Promise<void> {
  const proof = (await proofFor(tx, made.leafIndex, world.logSigner)) ?? '';
  const letters = await mandateLettersTo(tx, made.cityId, dayInUtc(made.committedAt));
  for (const { address, personId, language, timeZone } of letters) {
    const t = words(language);
    const values = {
      window: windowName[language],
      at: formatInstant(language, made.committedAt, timeZone),
      name: made.byName,
      reference: made.id,
      hash: made.manifestSha256,
      index: made.leafIndex,
      address: `${world.config.publicUrl}${localPath(language, `/portal/applications/${made.applicationId}/receipt`)}`,
    };
    await post(tx, world, {
      to: address,
      personId,
      language,
      subject: t('mail-receipt-subject', values),
      body: [t('mail-receipt', values), t('mail-receipt-proof', values), made.manifest].join('\n\n'),
      attachments: [
        {
          name: `${receiptName(made)}.tlog-proof`,
          type: 'text/plain',
          base64: Buffer.from(proof).toString('base64'),
        },
      ],
    });
  }
}

export function receiptName({ id }: Pick<Commitment, 'id'>): string {
  return `receipt-${id.slice(-12)}`;
}
