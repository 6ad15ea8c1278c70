import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Activity } from '../rules/activity.ts';
import { type Judged, judge, ranked } from '../rules/fit.ts';
import { listCurrent } from '../store/activities.ts';
import { type Invitation, listInvitations } from '../store/invitations.ts';
import { type Countries, countriesOn } from './countries.ts';
import { factsOfCity, type KnownCity } from './facts-of-city.ts';

/** An activity judged for a city, with the lists by which it was. */
export interface Offered extends Judged {
  readonly countries: Countries;
  readonly invitation: Invitation | undefined;
}

export interface OpenToCity extends KnownCity {
  /** Open, best fit first. */
  readonly open: readonly Offered[];
  /** Not open to this city, with every reason. */
  readonly closed: readonly Offered[];
}

/** Everything that is planned or open, judged for one city. */
export async function openToCity(reader: Reader, cityId: string, today: CalendarDate): Promise<OpenToCity> {
  const known = await factsOfCity(reader, cityId, today);
  const activities = await listCurrent(reader, today);
  const invitations = new Map(
    (await listInvitations(reader, { cityId })).map((one) => [one.activityId, one]),
  );
  const lists = new Map<string, Countries>();
  const judged: Offered[] = [];
  for (const activity of activities) {
    const countries = lists.get(activity.listsOn) ?? (await countriesOn(reader, activity.listsOn));
    lists.set(activity.listsOn, countries);
    judged.push({
      ...judge<Activity>(activity, known.facts, countries.of(known.facts.country)),
      countries,
      invitation: invitations.get(activity.id),
    });
  }
  return {
    ...known,
    open: ranked(judged, today) as Offered[],
    closed: judged.filter(({ obstacles }) => obstacles.length > 0),
  };
}
