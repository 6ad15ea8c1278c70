import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import {
  announceChanged,
  announceClosed,
  announceOpened,
  openToAll,
} from '../../../platform/events/activity.ts';
import type { World } from '../../../world.ts';
import type { TrainingEvent } from '../rules/event.ts';
import { inAll } from '../rules/some-text.ts';
import type { Draft } from '../store/courses.ts';

type What = 'opened' | 'changed' | 'closed';

/** So that a course is matched to the cities that need what it teaches. */
export async function tellOfCourse(tx: Tx, world: World, course: Draft, what: What): Promise<void> {
  const activity = { by: 'training', record: `course:${course.id}` };
  if (what === 'closed') return await announceClosed(tx, world, activity);
  const { content } = course;
  const tell = what === 'opened' ? announceOpened : announceChanged;
  await tell(tx, world, {
    ...activity,
    kind: 'training',
    title: inAll(content.title, content.sourceLanguage),
    about: inAll(content.summary, content.sourceLanguage),
    topics: content.topics,
    languages: content.languages,
    openTo: openToAll,
    opensOn: dayInUtc(world.now()),
    closesOn: null,
    places: null,
    path: `/training/courses/${course.slug}`,
  });
}

export async function tellOfEvent(
  tx: Tx,
  world: World,
  event: TrainingEvent,
  what: What,
  topics: readonly string[] = [],
): Promise<void> {
  const activity = { by: 'training', record: `event:${event.id}` };
  if (what === 'closed') return await announceClosed(tx, world, activity);
  const tell = what === 'opened' ? announceOpened : announceChanged;
  await tell(tx, world, {
    ...activity,
    kind: 'training',
    title: inAll(event.title, event.sourceLanguage),
    about: inAll(event.about, event.sourceLanguage),
    topics,
    languages: event.languages,
    openTo: openToAll,
    opensOn: dayInUtc(world.now()),
    closesOn: dayInUtc(event.registrationClosesAt),
    places: event.capacity,
    meetsAt: event.startsAt,
    path: `/training/events/${event.id}`,
  });
}
