import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, type Reason } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { Language } from '../../../kernel/language.ts';
import { type City, cityName, listCitiesByIds } from '../../city-registry/index.ts';
import type { Activity } from '../rules/activity.ts';
import { firstDay, firstDayWithRoom, isFull, lastDay, monthOf, type Use } from '../rules/budget.ts';
import { obstacles } from '../rules/open-to.ts';
import { useOfCities } from '../store/contact-budget.ts';
import { listWaitingExceptions } from '../store/exceptions.ts';
import { type Invitation, listInvitations } from '../store/invitations.ts';
import { listLetters } from '../store/letters.ts';
import { contactsOfCities, type KnownContacts } from './contacts-of-cities.ts';
import { countriesOn } from './countries.ts';
import { type LetterText, letterTo } from './letter-words.ts';

/** What would be sent to a city, or why not. */
export interface Plan extends KnownContacts {
  readonly city: City;
  readonly use: Use;
  readonly letters: readonly (LetterText & { readonly language: Language; readonly to: string })[];
  /** Nothing helps but what it says: invited before, quiet, nobody to write to, not open to it. */
  readonly refused: PlanRefusal | undefined;
  /** Over its budget: a reason and the director's consent, or the first day with room. */
  readonly beyond: { readonly room: CalendarDate | undefined } | undefined;
}

export type PlanRefusal =
  | { readonly why: 'invited'; readonly by: string; readonly on: CalendarDate }
  | { readonly why: 'quiet'; readonly until: CalendarDate }
  | { readonly why: 'nobody' }
  | { readonly why: 'not-open' }
  | { readonly why: 'consent-asked'; readonly by: string; readonly on: CalendarDate };

export async function planInvitations(
  tx: Tx,
  activity: Activity,
  cityIds: readonly string[],
  today: CalendarDate,
): Promise<Plan[]> {
  const cities = new Map((await listCitiesByIds(tx, cityIds)).map((city) => [city.id, city]));
  const known = cityIds.filter((id) => cities.has(id));
  const month = monthOf(today);
  const uses = await useOfCities(tx, known, { first: firstDay(month), last: lastDay(month) }, today);
  const earlier = await listInvitations(tx, { activityId: activity.id, cityIds: known });
  const asked = await listWaitingExceptions(tx, activity.id);
  const own = await listLetters(tx, activity.id);
  const contacts = await contactsOfCities(tx, known, today);
  const countries = await countriesOn(tx, activity.listsOn);
  return known.flatMap((id) => {
    const city = cities.get(id);
    const reach = contacts.get(id);
    if (!city || !reach) return [];
    const use = uses.get(id) ?? { used: 0, perMonth: 0, quietUntil: null };
    const place = {
      cityId: id,
      country: city.country,
      band: city.populationBand,
      globalSouth: city.globalSouth,
      secondary: city.secondaryCity,
    };
    const waiting = asked.find(({ cityId }) => cityId === id);
    const refused =
      invitedBefore(earlier.find(({ cityId }) => cityId === id)) ??
      (waiting && {
        why: 'consent-asked' as const,
        by: waiting.askedByName,
        on: dayInUtc(waiting.askedAt),
      }) ??
      (obstacles(activity, place, countries.of(city.country)).length > 0
        ? { why: 'not-open' as const }
        : undefined) ??
      (reach.contacts.length === 0 ? { why: 'nobody' as const } : undefined) ??
      (use.quietUntil && !activity.emergency ? { why: 'quiet' as const, until: use.quietUntil } : undefined);
    const letters = reach.contacts.map(({ name, language }) => ({
      ...letterTo(language, activity, own, { name, city: cityName(language, city) }),
      language,
      to: name,
    }));
    const beyond = isFull(use) && !activity.emergency ? { room: firstDayWithRoom(use, today) } : undefined;
    return [{ city, use, letters, refused, beyond, ...reach }];
  });
}

function invitedBefore(found: Invitation | undefined): PlanRefusal | undefined {
  return found && { why: 'invited', by: found.invitedByName, on: dayInUtc(found.invitedAt) };
}

/** The sentence for one city; dates are written by whoever says it. */
export function refusalReason(refused: PlanRefusal, say: (day: CalendarDate) => string): Reason {
  if (refused.why === 'invited' || refused.why === 'consent-asked')
    return because(`programme:refused.${refused.why}`, { by: refused.by, on: say(refused.on) });
  if (refused.why === 'quiet') return because('programme:refused.quiet', { until: say(refused.until) });
  return because(`programme:refused.${refused.why}`);
}
