import type { Role } from './actor.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Language } from './language.ts';

/** An invented place: no act is ever invented for a real city. */
export interface TrialCity {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2: where the place would lie. */
  readonly country: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** Who and what trial data may speak of: people named by their roles, places that do not exist. */
export interface TrialScene {
  readonly people: Readonly<Record<Role, string>>;
  /** At least six; the trial focal point, certifier and mayor act for the first. */
  readonly cities: readonly TrialCity[];
  readonly today: CalendarDate;
}
