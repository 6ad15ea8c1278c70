import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { findOpenWindow } from '../../fund/index.ts';
import { mandateLettersTo } from '../../mandates/index.ts';
import { words } from '../messages/index.ts';
import type { ParticipantRole } from '../rules/application.ts';
import { findApplication } from '../store/applications.ts';
import { listParticipants } from '../store/participants.ts';

type What = 'asked' | 'sent-back' | 'extension-answered' | 'moved';

/** Whom a letter goes to: the certifiers are asked, everybody is told what happened. */
const told: Readonly<Record<What, readonly ParticipantRole[]>> = {
  asked: ['certifier'],
  'sent-back': ['lead', 'contributor'],
  'extension-answered': ['lead', 'certifier'],
  moved: ['lead', 'certifier', 'contributor'],
};

/** Letters to those who work on an application, by the worker: others' addresses are not a member's to read. */
export const tellPeople: Job = async (world, payload) => {
  const { applicationId, what, reason, byName, byPerson } = payload as {
    applicationId: string;
    what: What;
    reason: string | null;
    byName: string;
    byPerson: string | null;
  };
  await atomically(world, systemActor, async (tx) => {
    const application = await findApplication(tx, applicationId);
    const window = application && (await findOpenWindow(tx, application.windowId));
    if (!application || !window) return;
    const participants = await listParticipants(tx, [applicationId]);
    const letters = await mandateLettersTo(tx, application.cityId, dayInUtc(world.now()));
    for (const letter of letters) {
      const taking = participants.find(({ personId }) => personId === letter.personId);
      if (!taking || letter.personId === byPerson || !told[what].includes(taking.role)) continue;
      const t = words(letter.language);
      const values = {
        name: byName,
        reason: reason ?? '',
        window: window.name[letter.language],
        address: `${world.config.publicUrl}${localPath(letter.language, `/portal/applications/${applicationId}`)}`,
      };
      await post(tx, world, {
        to: letter.address,
        personId: letter.personId,
        language: letter.language,
        subject: t(`mail-${what}-subject`, values),
        body: t(`mail-${what}`, values),
      });
    }
  });
};
