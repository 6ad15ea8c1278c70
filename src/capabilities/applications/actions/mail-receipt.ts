import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { proofFor } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { mandateLettersTo } from '../../mandates/index.ts';
import { words } from '../messages/index.ts';
import type { Commitment } from '../store/commitments.ts';

/** The receipt, by mail to everybody who acts for the city, with the proof that `verify/` checks offline; in the submission's transaction. */
export async function mailReceipt(
  tx: Tx,
  world: World,
  made: Omit<Commitment, 'withdrawnAt' | 'withdrawnWhy'>,
  windowName: LocalText,
): Promise<void> {
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
