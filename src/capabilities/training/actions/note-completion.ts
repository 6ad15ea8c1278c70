import type { LocalText } from '../../../kernel/local-text.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { atomically, type Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import { recordEngagement } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { inAll } from '../rules/some-text.ts';
import { findOffered } from '../store/courses.ts';
import { findEvent } from '../store/events.ts';
import { findLearning, hasCompleted, markLearning } from '../store/learning.ts';
import { findRegistration, markNoted } from '../store/registrations.ts';
import { certify } from './certify.ts';
import { address, postEventLetter, postPlain } from './letters.ts';
import { linkToken } from './seat.ts';

/** A course is completed: history, letter and, where it certifies, the certificate. Once, however often the queue asks. */
export async function noteCourseCompleted(world: World, learningId: string): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    const learning = await findLearning(tx, learningId);
    const course = learning && (await findOffered(tx, { versionId: learning.versionId }));
    if (!learning?.completedAt || !course || !(await markLearning(tx, learningId, 'noted'))) return;
    const title = inAll(course.content.title, course.sourceLanguage);
    await noteForCity(tx, world, {
      cityId: learning.cityKnown ? learning.cityId : null,
      title,
      on: learning.completedAt,
      record: learningId,
      about: `course:${course.id}`,
    });
    const path = learning.personId
      ? `/portal/training/courses/${learningId}`
      : `/training/learning/${linkToken(world, 'learning', course.id, learning.email)}`;
    await postPlain(tx, world, learning, 'course-completed', path, { title: title[learning.language] });
    if (!course.content.certifies) return;
    await certify(
      tx,
      world,
      {
        courseId: course.id,
        eventId: null,
        versionNumber: course.number,
        title,
        minutes: course.content.minutes,
        completedAt: learning.completedAt,
      },
      { learningId, registrationId: null, ...holderOf(learning) },
    );
  });
}

/** Somebody was at an event that took place: thanks, history and, where its conditions are met, the certificate. */
export async function noteEventAttended(world: World, registrationId: string): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    const registration = await findRegistration(tx, registrationId);
    const event = registration && (await findEvent(tx, registration.eventId));
    if (!registration?.attendedAt || event?.stage !== 'held' || !(await markNoted(tx, registrationId)))
      return;
    const title = inAll(event.title, event.sourceLanguage);
    await noteForCity(tx, world, {
      cityId: registration.cityKnown ? registration.cityId : null,
      title,
      on: event.startsAt,
      record: event.id,
      about: `event:${event.id}`,
    });
    const certifies =
      event.certifies === 'attendance' ||
      (event.certifies === 'attendance-and-course' &&
        event.courseId !== null &&
        (await hasCompleted(tx, event.courseId, registration)));
    const token = linkToken(world, 'registration', event.id, registration.email);
    const path = `/training/registrations/${token}/certificate`;
    const certificate = { certificate: address(world, registration.language, path) };
    await postEventLetter(tx, world, registration, 'thanks', event, certifies ? certificate : {});
    if (!certifies) return;
    const minutes = Math.max(1, Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 60_000));
    await certify(
      tx,
      world,
      { courseId: null, eventId: event.id, versionNumber: null, title, minutes, completedAt: event.startsAt },
      { learningId: null, registrationId, ...holderOf(registration) },
    );
  });
}

function holderOf({
  personId,
  name,
  cityId,
}: {
  personId: string | null;
  name: string;
  cityId: string | null;
}) {
  return { personId, name, cityId };
}

interface Noted {
  readonly cityId: string | null;
  readonly title: LocalText;
  readonly on: Date;
  readonly record: string;
  readonly about: string;
}

/**
 * A city's people were trained: an engagement of the city, from which the ledger may propose a claim. Several people of one city
 * at one event are one engagement. Announces `training-completed` with `{cityId, about, on}` each time.
 */
async function noteForCity(tx: Tx, world: World, { cityId, title, on, record, about }: Noted): Promise<void> {
  await announce(tx, world, { kind: 'training-completed', payload: { cityId, about, on: dayInUtc(on) } });
  if (!cityId) return;
  const say = (language: Parameters<typeof words>[0]) =>
    words(language)('engagement', { title: title[language] });
  await recordEngagement(tx, world, systemActor, {
    cityId,
    kind: 'support-received',
    when: {
      from: { date: dayInUtc(on), precision: 'day' },
      fromCertainty: 'stated',
      to: null,
      toCertainty: null,
      lastListed: null,
    },
    object: { en: say('en'), fr: say('fr'), es: say('es'), pt: say('pt'), ar: say('ar') },
    record: { capability: 'training', id: record, path: '/workspace/training' },
    visibility: 'staff',
  });
}
