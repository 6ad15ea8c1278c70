import { z } from 'zod';
import { languages } from '../../../../kernel/language.ts';
import { clockIn, instantIn, isTimeZone } from '../../../../kernel/time-zone.ts';
import {
  choice,
  choices,
  date,
  optionalId,
  optionalText,
  text,
  ticked,
  wholeNumber,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { certifyConditions, type EventPlan, type TrainingEvent } from '../../rules/event.ts';
import type { SomeText } from '../../rules/some-text.ts';

const time = text(5).transform((value, context) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : wrong(context, 'training:not-a-time'),
);
const words = Object.fromEntries(
  languages.flatMap((one) => [
    [`title-${one}`, optionalText(150)],
    [`about-${one}`, optionalText(4000)],
  ]),
);

const fields = z.object({
  ...words,
  sourceLanguage: choice(languages),
  course: optionalId(),
  kind: choice(['online', 'place']),
  place: text(300),
  joinAddress: optionalText(500),
  day: date(),
  time,
  timeZone: text(64).transform((value, context) =>
    isTimeZone(value) ? value : wrong(context, 'training:unknown-time-zone'),
  ),
  minutes: wholeNumber(5),
  capacity: wholeNumber(1),
  waitingList: ticked(),
  closesDay: date(),
  closesTime: time,
  languages: choices(languages),
  certifies: choice(certifyConditions),
});

/** An event's form, read as the plan it describes. */
export const planAnswers = fields.transform((said, context): EventPlan & { joinAddress: string | null } => {
  const typed: Readonly<Record<string, unknown>> = said;
  const inEach = (name: string): SomeText =>
    Object.fromEntries(
      languages.flatMap((one) => {
        const value = typed[`${name}-${one}`];
        return typeof value === 'string' ? [[one, value]] : [];
      }),
    );
  const { sourceLanguage, joinAddress } = said;
  const [title, about] = [inEach('title'), inEach('about')];
  const source = sourceLanguage;
  if (!title[source]) wrong(context, 'platform:needed', {}, [`title-${source}`]);
  if (!about[source]) wrong(context, 'platform:needed', {}, [`about-${source}`]);
  if (said.languages.length === 0) wrong(context, 'platform:choose-one', {}, ['languages']);
  if (said.capacity > 5000) wrong(context, 'training:too-many-places', {}, ['capacity']);
  if (joinAddress && !/^https?:\/\/[^\s/]+\.[^\s]+$/.test(joinAddress))
    wrong(context, 'platform:not-an-address', {}, ['joinAddress']);
  if (said.certifies === 'attendance-and-course' && !said.course)
    wrong(context, 'training:course-to-certify', {}, ['course']);
  const startsAt = instantIn(said.timeZone, said.day, said.time);
  return {
    title,
    about,
    joinAddress,
    sourceLanguage,
    courseId: said.course,
    kind: said.kind,
    place: said.place,
    startsAt,
    endsAt: new Date(startsAt.getTime() + said.minutes * 60_000),
    timeZone: said.timeZone,
    languages: said.languages,
    capacity: said.capacity,
    waitingList: said.waitingList,
    registrationClosesAt: instantIn(said.timeZone, said.closesDay, said.closesTime),
    certifies: said.certifies,
  };
});

/** A stored plan, as the form shows it. */
export function answersOf(event: TrainingEvent, joinAddress: string | null): Record<string, string> {
  const starts = clockIn(event.timeZone, event.startsAt);
  const closes = clockIn(event.timeZone, event.registrationClosesAt);
  return {
    ...Object.fromEntries(
      languages.flatMap((one) => [
        [`title-${one}`, event.title[one] ?? ''],
        [`about-${one}`, event.about[one] ?? ''],
      ]),
    ),
    sourceLanguage: event.sourceLanguage,
    course: event.courseId ?? '',
    kind: event.kind,
    place: event.place,
    joinAddress: joinAddress ?? '',
    day: starts.day,
    time: starts.time,
    timeZone: event.timeZone,
    minutes: String(Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 60_000)),
    capacity: String(event.capacity),
    waitingList: event.waitingList ? 'yes' : '',
    closesDay: closes.day,
    closesTime: closes.time,
    languages: event.languages.join('\n'),
    certifies: event.certifies,
  };
}
