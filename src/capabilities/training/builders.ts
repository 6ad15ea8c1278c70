import { randomBytes } from 'node:crypto';
import type { Actor } from '../../kernel/actor.ts';
import { uuidv7 } from '../../kernel/id.ts';
import type { World } from '../../world.ts';
import { createCourse } from './actions/create-course.ts';
import { openEvent } from './actions/open-event.ts';
import { planEvent } from './actions/plan-event.ts';
import { publishCourse } from './actions/publish-course.ts';
import { linkToken } from './actions/seat.ts';
import type { Content, Module, QuestionItem } from './rules/content.ts';
import type { EventPlan } from './rules/event.ts';

const newId = () => uuidv7(new Date(), randomBytes(10));

/** A question with one right answer, the first. */
export function aQuestion(over: Partial<QuestionItem> = {}): QuestionItem {
  return {
    id: newId(),
    kind: 'question',
    form: 'single',
    body: { en: 'Which number is even?' },
    choices: [
      { id: newId(), text: { en: 'Two' }, right: true },
      { id: newId(), text: { en: 'Three' }, right: false },
    ],
    answer: null,
    within: 0,
    explanation: { en: 'Two is twice one.' },
    ...over,
  };
}

/** A module with a text and a question. */
export function aModule(over: Partial<Module> = {}): Module {
  return {
    id: newId(),
    title: { en: 'Counting people' },
    items: [{ id: newId(), kind: 'text', body: { en: 'Say **who** you count.' } }, aQuestion()],
    ...over,
  };
}

export function someContent(over: Partial<Content> = {}): Content {
  return {
    sourceLanguage: 'en',
    languages: ['en', 'ar'],
    title: { en: 'Counting newcomers', ar: 'عدّ القادمين الجدد' },
    summary: { en: 'How a city counts people who arrive.' },
    topics: [],
    minutes: 45,
    passPercent: 70,
    certifies: true,
    modules: [aModule()],
    ...over,
  };
}

/** A course, published unless told. */
export async function aCourse(
  world: World,
  trainer: Actor,
  { publish = true, ...over }: Partial<Content> & { readonly publish?: boolean } = {},
): Promise<{ id: string; content: Content }> {
  const content = someContent(over);
  const id = await createCourse(world, trainer, content);
  if (publish) await publishCourse(world, trainer, { courseId: id, whatChanged: null });
  return { id, content };
}

const day = 86_400_000;

export function aPlan(over: Partial<EventPlan> = {}): EventPlan & { joinAddress: string } {
  const startsAt = over.startsAt ?? new Date(Date.now() + 30 * day);
  return {
    title: { en: 'Asking cities well' },
    about: { en: 'A session on forms.' },
    courseId: null,
    kind: 'online',
    place: 'Room A',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 5_400_000),
    timeZone: 'Africa/Nairobi',
    languages: ['en'],
    sourceLanguage: 'en',
    capacity: 2,
    waitingList: true,
    registrationClosesAt: startsAt,
    certifies: 'attendance',
    ...over,
    joinAddress: 'https://meet.example.org/room-a',
  };
}

/** An event with registration open. */
export async function anOpenEvent(
  world: World,
  trainer: Actor,
  over: Partial<EventPlan> = {},
): Promise<string> {
  const eventId = await planEvent(world, trainer, aPlan(over));
  await openEvent(world, trainer, { eventId, topics: [] });
  return eventId;
}

/** The link a participant was mailed. */
export function tokenFor(world: World, eventId: string, email: string): string {
  return linkToken(world, 'registration', eventId, email);
}
