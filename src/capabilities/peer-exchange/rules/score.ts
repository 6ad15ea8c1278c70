import { languagesOfStaff, sharedLanguages } from './languages.ts';
import type { ContextWish, PoolCity } from './pool-city.ts';
import { hoursInCommon } from '../../../kernel/time-zone.ts';
import type { Topic } from '../../city-record/index.ts';
import { type Weights, wholePoints } from './weights.ts';

export interface Lesson {
  readonly topic: Topic;
  readonly teacher: string;
  readonly learner: string;
}

/** Why two cities go together: what the sentences beside a pair are made of. */
export interface Grounds {
  readonly lessons: readonly Lesson[];
  readonly languages: readonly string[];
  readonly officeHours: number;
  readonly stretchedHours: number;
  readonly same: readonly ('size' | 'income' | 'region')[];
  readonly globalSouth: number;
  readonly secondary: number;
}

export interface Scored {
  readonly points: number;
  readonly grounds: Grounds;
}

/** What `teacher` offers and `learner` asks for. */
export function lessonsFrom(teacher: PoolCity, learner: PoolCity): Lesson[] {
  return teacher.offers
    .filter((topic) => learner.asks.includes(topic))
    .map((topic) => ({ topic, teacher: teacher.id, learner: learner.id }));
}

/** Undefined when nothing fits or no language is shared: such a pair is never proposed. */
export function scorePair(a: PoolCity, b: PoolCity, weights: Weights, wish: ContextWish): Scored | undefined {
  const [there, back] = [lessonsFrom(a, b), lessonsFrom(b, a)];
  const lessons = [...there, ...back];
  if (lessons.length === 0) return undefined;
  const needed = there.length > 0 && back.length > 0 ? 2 : 1;
  const further = Math.min(2, lessons.length - needed) * weights.fit.furtherTopic;
  return weigh(
    [a, b],
    lessons,
    (needed === 2 ? weights.fit.bothWays : weights.fit.oneWay) + further,
    weights,
    wish,
  );
}

/** A group's topic, taught by its host to one guest. */
export function scoreLesson(
  host: PoolCity,
  guest: PoolCity,
  topic: Topic,
  weights: Weights,
  wish: ContextWish,
): Scored | undefined {
  const lessons = [{ topic, teacher: host.id, learner: guest.id }];
  return weigh([host, guest], lessons, weights.fit.oneWay, weights, wish);
}

function weigh(
  [a, b]: readonly [PoolCity, PoolCity],
  lessons: readonly Lesson[],
  fit: number,
  weights: Weights,
  wish: ContextWish,
): Scored | undefined {
  const languages = sharedLanguages([a.languages, b.languages]);
  if (languages.length === 0) return undefined;
  const { office, stretched } = hoursInCommon(a.offsetMinutes, b.offsetMinutes);
  const same = sameContext(a, b);
  const [globalSouth, secondary] = [count(a.globalSouth, b.globalSouth), count(a.secondary, b.secondary)];
  const percents = [
    fit,
    at(weights.partners, Math.max(a.partners, b.partners) - 1),
    languages.some((spoken) => languagesOfStaff.includes(spoken))
      ? weights.language.ofStaff
      : weights.language.other,
    hoursPercent(office, stretched, weights),
    contextPercent(same.length, weights, wish),
    100 + globalSouth * weights.underServed.globalSouth + secondary * weights.underServed.secondary,
  ];
  const points = Math.round(percents.reduce((product, percent) => (product * percent) / 100, wholePoints));
  const grounds = {
    lessons,
    languages,
    officeHours: office,
    stretchedHours: stretched,
    same,
    globalSouth,
    secondary,
  };
  return { points, grounds };
}

function sameContext(a: PoolCity, b: PoolCity): Grounds['same'] {
  const same: Grounds['same'][number][] = [];
  if (a.band === b.band && a.band !== 'unknown') same.push('size');
  if (a.income !== null && a.income === b.income) same.push('income');
  if (a.region !== null && a.region === b.region) same.push('region');
  return same;
}

function contextPercent(alike: number, weights: Weights, wish: ContextWish): number {
  if (wish === 'either') return 100;
  return at(weights.context, wish === 'similar' ? alike : weights.context.length - 1 - alike);
}

function hoursPercent(office: number, stretched: number, weights: Weights): number {
  if (office >= 1) return at(weights.hours, Math.floor(office));
  return stretched >= 1 ? weights.noOfficeHours.stretched : weights.noOfficeHours.none;
}

/** The last of a table stands for everything beyond it. */
function at(table: readonly number[], place: number): number {
  return table[Math.min(place, table.length - 1)] ?? 100;
}

function count(...said: readonly boolean[]): number {
  return said.filter(Boolean).length;
}
