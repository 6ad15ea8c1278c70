import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { findOpenWindow } from '../../fund/index.ts';
import { mandateLettersTo } from '../../mandates/index.ts';
import { getContact } from '../../people/index.ts';
import { words } from '../messages/index.ts';
import { myReviews } from '../store/assignments.ts';
import { findRound } from '../store/rounds.ts';

/** To a reviewer: how many applications wait, until when. No city, no score. */
export const tellReviewer: Job = async (world, payload) => {
  await atomically(world, systemActor, async (tx) => {
    const personId = String(payload['personId']);
    const round = await findRound(tx, String(payload['roundId']));
    const window = round && (await findOpenWindow(tx, round.windowId));
    if (!round || !window || round.state !== 'scoring') return;
    const mine = (await myReviews(tx, personId)).filter(
      ({ windowId, state }) => windowId === round.windowId && state === 'assigned',
    );
    const { addresses, language } = await getContact(tx, personId);
    const [to] = addresses;
    if (!to || mine.length === 0) return;
    const t = words(language);
    const values = {
      n: mine.length,
      window: window.name[language],
      date: formatDate(language, round.dueOn),
      address: `${world.config.publicUrl}${localPath(language, '/portal/reviews')}`,
    };
    await post(tx, world, {
      to,
      personId,
      language,
      subject: t('mail-assigned-subject', values),
      body: t('mail-assigned', values),
    });
  });
};

/** To everybody who acts for the city: feedback is there. What it says stays on the page. */
export const tellCity: Job = async (world, payload) => {
  await atomically(world, systemActor, async (tx) => {
    const applicationId = String(payload['applicationId']);
    for (const letter of await mandateLettersTo(tx, String(payload['cityId']), dayInUtc(world.now()))) {
      const t = words(letter.language);
      const path = localPath(letter.language, `/portal/feedback/${applicationId}`);
      await post(tx, world, {
        to: letter.address,
        personId: letter.personId,
        language: letter.language,
        subject: t('mail-feedback-subject'),
        body: t('mail-feedback', { name: letter.name, address: `${world.config.publicUrl}${path}` }),
      });
    }
  });
};
