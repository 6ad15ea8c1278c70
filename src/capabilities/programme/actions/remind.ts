import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, reading, type Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { cityName, findCity } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { remindAfterDays } from '../rules/answer.ts';
import { findActivity } from '../store/activities.ts';
import { findInvitation } from '../store/invitations.ts';
import { listRecipients } from '../store/recipients.ts';
import { listToRemind, markReminded } from '../store/waiting.ts';
import { letterEnd } from './letter-words.ts';
import { tokenFor } from './link-token.ts';
import { linkOf } from './send-invitation.ts';

/** The daily round: whoever has not answered is reminded, once and never again. */
export async function remindInvited(world: World): Promise<void> {
  const today = dayInUtc(world.now());
  const due = await reading(world, systemActor, (tx) =>
    listToRemind(tx, today, addDays(today, -remindAfterDays)),
  );
  for (const id of due) await atomically(world, systemActor, (tx) => remindOne(tx, world, id));
}

async function remindOne(tx: Tx, world: World, id: string): Promise<void> {
  if (!(await markReminded(tx, id))) return;
  const invitation = await findInvitation(tx, { id });
  const activity = invitation && (await findActivity(tx, invitation.activityId));
  const city = invitation && (await findCity(tx, invitation.cityId));
  if (!invitation || !activity || !city) return;
  for (const to of await listRecipients(tx, [id])) {
    const t = words(to.language);
    const title = activity.title[to.language];
    const until = activity.closesOn ? formatDate(to.language, activity.closesOn) : t('letter.no-end');
    await post(tx, world, {
      to: to.email,
      personId: to.personId,
      language: to.language,
      subject: t('letter.reminder-subject', { title }),
      body: [
        t('letter.greeting', { name: to.name }),
        t('letter.reminder', { title, city: cityName(to.language, city) }),
        t('letter.until', { until }),
        letterEnd(to.language, linkOf(world, to.language, tokenFor(world, to.id))),
      ].join('\n\n'),
    });
  }
  await recordAct(tx, world, systemActor, {
    kind: 'programme.city-reminded',
    subject: { kind: 'activity', id: activity.id },
    cityId: city.id,
    details: { city: city.name, title: activity.title.en },
  });
}
