import { z } from 'zod';
import type { Job } from '../../../platform/jobs/job.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { words } from '../messages/index.ts';
import { findBulletin, takeRecipients } from '../store/bulletins.ts';
import { findRecord } from '../store/record.ts';
import { subscriptionAddress } from './subscription-links.ts';

const batch = 200;
const payload = z.object({ bulletinId: z.string() });

/** Posts an update to each who confirmed, once, in their language: a mail and its mark stand in one transaction. */
export const deliverUpdate: Job = async (world, given) => {
  const { bulletinId } = payload.parse(given);
  for (let more = true; more; ) {
    more = await atomically(world, systemActor, async (tx) => {
      const bulletin = await findBulletin(tx, bulletinId);
      const record = bulletin?.sentAt && (await findRecord(tx, { id: bulletin.responseId }));
      if (!bulletin || !record) return false;
      const recipients = await takeRecipients(tx, bulletin, batch);
      for (const { id, address, language } of recipients) {
        const t = words(language);
        const text = bulletin.texts[language] ?? bulletin.texts[bulletin.firstLanguage];
        if (!text) continue;
        const page = new URL(localPath(language, `/emergencies/${record.slug}`), world.config.publicUrl).href;
        await post(tx, world, {
          to: address,
          language,
          subject: text.subject,
          body: [
            text.body,
            t('mail.page', { address: page }),
            t('mail.end', { address: subscriptionAddress(world, language, id) }),
            t('mail.signature'),
          ].join('\n\n'),
        });
      }
      return recipients.length === batch;
    });
  }
};
