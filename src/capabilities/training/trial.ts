import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import { instantIn } from '../../kernel/time-zone.ts';
import type { TrialCity, TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import type { EventPlan } from './rules/event.ts';
import { findDraft, insertCourse, insertVersion } from './store/courses.ts';
import { insertEvent, markEvent } from './store/events.ts';
import { insertFeedback } from './store/feedback.ts';
import { insertTrialGuest } from './store/trial-guests.ts';
import { trialCourse } from './trial-course.ts';

const id = (name: string) => stableId('trial-training', name);

/** A course to read, an event to register for, and one that took place with what people thought of it. */
export async function fillTrial(tx: Tx, _world: World, scene: TrialScene): Promise<void> {
  const courseId = id('course');
  const [city] = scene.cities;
  if (!city || (await findDraft(tx, courseId))) return;
  const by = scene.people['staff-support'];
  await insertCourse(
    tx,
    { id: courseId, slug: 'trial-saying-what-your-city-needs', content: trialCourse },
    by,
  );
  await insertVersion(
    tx,
    { id: id('version 1'), courseId, number: 1, content: trialCourse, whatChanged: null },
    by,
  );
  const next = planOn(addDays(scene.today, 20), city, courseId);
  await insertEvent(
    tx,
    id('next event'),
    next,
    { joinAddress: 'https://meet.example.org/trial', code: 'TR2345' },
    by,
  );
  await markEvent(tx, id('next event'), 'open');
  const past = planOn(addDays(scene.today, -9), city, null);
  await insertEvent(tx, id('past event'), past, { joinAddress: null, code: 'PA6789' }, by);
  for (const [n, from] of scene.cities.slice(0, 6).entries()) {
    await insertTrialGuest(tx, guest(`next ${n}`, 'next event', from, n, next.startsAt, false));
    const who = guest(`past ${n}`, 'past event', from, n, past.startsAt, true);
    await insertTrialGuest(tx, who);
    const useful = [5, 4, 4, 5, 3, 4][n] ?? 4;
    const suggestion = n === 2 ? 'More time for questions.' : null;
    await insertFeedback(
      tx,
      id(`feedback ${n}`),
      { registrationId: who.id },
      { useful, willUse: n === 4 ? 'partly' : 'yes', suggestion },
    );
  }
  await markEvent(tx, id('past event'), 'held');
}

function planOn(day: CalendarDate, { timeZone }: TrialCity, courseId: string | null): EventPlan {
  const startsAt = instantIn(timeZone, day, '14:00');
  return {
    title: {
      en: 'Trial session: asking well',
      fr: 'Séance d’essai : bien demander',
      ar: 'جلسة تجريبية: حسن السؤال',
    },
    about: {
      en: 'Bring **one** question of your city. We sharpen it together.',
      fr: 'Venez avec **une** question de votre ville. Nous la précisons ensemble.',
      ar: 'أحضر سؤالًا **واحدًا** من مدينتك. نصقله معًا.',
    },
    courseId,
    kind: 'online',
    place: 'Online',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 5_400_000),
    timeZone,
    languages: ['en', 'fr'],
    sourceLanguage: 'en',
    capacity: 12,
    waitingList: true,
    registrationClosesAt: new Date(startsAt.getTime() - 86_400_000),
    certifies: 'attendance',
  };
}

function guest(name: string, event: string, city: TrialCity, n: number, startsAt: Date, came: boolean) {
  return {
    id: id(name),
    eventId: id(event),
    name: `Trial participant ${n + 1}`,
    email: `trial.participant.${n + 1}@example.org`,
    cityId: city.id,
    language: city.language,
    timeZone: city.timeZone,
    attendedAt: came ? startsAt : null,
  };
}
