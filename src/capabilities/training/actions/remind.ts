import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { announceAsk } from '../../../platform/events/city-asked.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import { reminderDue } from '../rules/reminders.ts';
import { inAll } from '../rules/some-text.ts';
import { insertReminder, listRemindable } from '../store/due.ts';
import { findAccess, lockEvent } from '../store/events.ts';
import { findRegistration } from '../store/registrations.ts';
import { postEventLetter } from './letters.ts';

/** Sends each reminder whose time has come, each in a transaction of its own, once. @returns how many */
export async function remind(world: World): Promise<number> {
  let sent = 0;
  const now = world.now();
  for (const one of await listRemindable(world.db, now)) {
    const kind = reminderDue(one, one, now);
    if (!kind || one.sent.includes(kind)) continue;
    sent += await atomically(world, systemActor, async (tx) => {
      const event = await lockEvent(tx, one.eventId);
      const registration = await findRegistration(tx, one.registrationId);
      // Moved, cancelled or given up since it was listed.
      if (event?.stage !== 'open' || event.sequence !== one.sequence || registration?.stage !== 'registered')
        return 0;
      if (!(await insertReminder(tx, one.registrationId, kind, one.sequence))) return 0;
      const access = await findAccess(tx, event.id);
      await postEventLetter(tx, world, registration, `reminder-${kind}`, event, {
        joinAddress: access?.joinAddress ?? null,
      });
      if (registration.cityId && registration.cityKnown)
        await announceAsk(tx, world, {
          cityId: registration.cityId,
          by: 'training',
          kind: 'registration',
          what: because('training:asked-of-city', { title: inAll(event.title, event.sourceLanguage).en }),
          path: '/portal/training',
          dueOn: dayInUtc(event.startsAt),
          record: `event:${event.id}`,
        });
      return 1;
    });
  }
  return sent;
}
