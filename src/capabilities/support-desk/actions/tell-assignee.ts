import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { findCase } from '../store/cases.ts';
import { findMailOf } from '../store/desk-people.ts';
import { listThread } from '../store/messages.ts';
import { insertStaffNotice } from '../store/threading.ts';
import { deskAddress, subjectOf } from './letters.ts';

/** By the worker: whoever has the case reads what the city wrote, and may answer by answering this very mail. */
export async function tellAssignee(world: World, payload: Readonly<Record<string, unknown>>): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    const wrote = await findCase(tx, String(payload['caseId']));
    const about = wrote?.mergedInto ? await findCase(tx, wrote.mergedInto) : wrote;
    if (!wrote || !about?.assigneeId) return;
    const to = await findMailOf(tx, about.assigneeId);
    const written = (await listThread(tx, [wrote.id])).find(({ id }) => id === payload['messageId']);
    if (!to || !written) return;
    const t = words(to.language);
    const page = `${world.config.publicUrl}${localPath(to.language, `/workspace/support/cases/${about.id}`)}`;
    const warnings = [
      ...(written.keptApart ? [t('kept-apart-why')] : []),
      ...(written.warnings.includes('bank-change') ? [t('bank-warning')] : []),
    ];
    // What comes from an unknown address is answered on the page, after a look.
    const how = written.keptApart ? [] : [t('mail.notice-how')];
    const messageId = await post(tx, world, {
      to: to.address,
      personId: about.assigneeId,
      language: to.language,
      subject: subjectOf(about),
      replyTo: deskAddress(world),
      body: [
        t('mail.notice', { name: written.fromName }),
        ...warnings,
        written.body.slice(0, 5000),
        ...how,
        page,
      ].join('\n\n'),
    });
    if (!written.keptApart)
      await insertStaffNotice(tx, {
        messageId,
        caseId: about.id,
        personId: about.assigneeId,
        address: to.address,
      });
  });
}
