import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { type Activity, standingOf } from './activity.ts';
import { hourIn } from './clock.ts';
import { namedBy, type Obstacle, obstacles } from './open-to.ts';
import type { CityPlace, CountryFacts } from './place.ts';
import { type FitWeights, fitWeights, topicPoints } from './weights.ts';

/** All that is known of a city when activities are looked for. */
export interface CityFacts extends CityPlace {
  /** By the lists that hold for one activity; another activity may count by others. */
  readonly needs: readonly string[];
  readonly capacities: readonly string[];
  /** What the city said, or else what its country reads. */
  readonly languages: readonly string[];
  readonly timeZone: string | null;
  readonly longitude: number;
  readonly engaged: boolean;
}

/** A reason for an activity, with the points it gave. */
export type Why = { readonly points: number } & (
  | { readonly why: 'need'; readonly topics: readonly string[] }
  | { readonly why: 'any-topic'; readonly topics: readonly string[] }
  | { readonly why: 'capacity'; readonly topics: readonly string[] }
  | { readonly why: 'language'; readonly languages: readonly string[] }
  | { readonly why: 'hours'; readonly hour: number; readonly exact: boolean }
  | { readonly why: 'newcomer' }
  | { readonly why: 'meant'; readonly named: readonly Obstacle['why'][] }
  | { readonly why: 'open-to-all' }
);

/** What does not speak for it, though it is open: said, and worth no points. */
export type Doubt =
  | { readonly doubt: 'no-need'; readonly topics: readonly string[] }
  | { readonly doubt: 'language'; readonly languages: readonly string[] }
  | { readonly doubt: 'hours'; readonly hour: number; readonly exact: boolean };

export interface Judged<A extends Activity = Activity> {
  readonly activity: A;
  readonly obstacles: readonly Obstacle[];
  readonly reasons: readonly Why[];
  readonly doubts: readonly Doubt[];
  readonly points: number;
}

const officeHours = { from: 8, to: 18 };

/** How an activity fits a city, and why. Pure: the same facts give the same answer. */
export function judge<A extends Activity>(
  activity: A,
  city: CityFacts,
  country: CountryFacts,
  weights: FitWeights = fitWeights,
): Judged<A> {
  const reasons: Why[] = [];
  const doubts: Doubt[] = [];
  const shared = (topics: readonly string[]) => activity.topics.filter((topic) => topics.includes(topic));
  const needed = shared(city.needs);
  if (activity.topics.length === 0 && city.needs.length > 0)
    reasons.push({ why: 'any-topic', topics: city.needs, points: topicPoints(weights.need, 1) });
  else if (needed.length > 0)
    reasons.push({ why: 'need', topics: needed, points: topicPoints(weights.need, needed.length) });
  else if (activity.topics.length > 0) doubts.push({ doubt: 'no-need', topics: activity.topics });
  const taught = activity.topics.length === 0 ? city.capacities : shared(city.capacities);
  if (activity.kind === 'peer-round' && taught.length > 0)
    reasons.push({ why: 'capacity', topics: taught, points: weights.capacity });
  const named = namedBy(activity);
  if (named.length > 0) reasons.push({ why: 'meant', named, points: weights.meant });
  else reasons.push({ why: 'open-to-all', points: 0 });
  if (activity.languages.length > 0) {
    const spoken = activity.languages.filter((code) => city.languages.includes(code));
    if (spoken.length > 0) reasons.push({ why: 'language', languages: spoken, points: weights.language });
    else doubts.push({ doubt: 'language', languages: activity.languages });
  }
  if (activity.meetsAt) {
    const clock = hourIn(city, activity.meetsAt);
    if (clock.hour >= officeHours.from && clock.hour < officeHours.to)
      reasons.push({ why: 'hours', ...clock, points: weights.hours });
    else doubts.push({ doubt: 'hours', ...clock });
  }
  if (!city.engaged) reasons.push({ why: 'newcomer', points: weights.newcomer });
  return {
    activity,
    obstacles: obstacles(activity, city, country),
    reasons,
    doubts,
    points: reasons.reduce((sum, { points }) => sum + points, 0),
  };
}

/** What is open, best fit first; of equals what closes first, then by id, so that the order is always the same. */
export function ranked<A extends Activity>(judged: readonly Judged<A>[], today: CalendarDate): Judged<A>[] {
  const closing = ({ activity }: Judged) => activity.closesOn ?? '9999-12-31';
  return judged
    .filter(({ activity, obstacles: found }) => found.length === 0 && standingOf(activity, today) !== 'over')
    .toSorted(
      (a, b) =>
        b.points - a.points ||
        closing(a).localeCompare(closing(b)) ||
        (a.activity.id < b.activity.id ? -1 : 1),
    );
}
