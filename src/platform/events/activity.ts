import type { ActivityKind } from '../../kernel/activity-kind.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { World } from '../../world.ts';
import type { Tx } from '../database/atomically.ts';
import { announce } from './announce.ts';

/** To whom it is open; an empty list asks for nothing, and all that is named must be so. */
export interface OpenTo {
  /** UN M49 codes of regions or subregions: `002`, `202`. */
  readonly regions: readonly string[];
  /** The World Bank's codes: `LIC`, `LMC`, `UMC`, `HIC`. */
  readonly incomes: readonly string[];
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[];
  /** Keys of population bands, as the city registry has them: `50k-300k`. */
  readonly bands: readonly string[];
  readonly globalSouth: boolean;
  readonly secondary: boolean;
  /** The lists of regions and incomes that held on this day count; those of the day it opens when not given. */
  readonly listsOn?: CalendarDate;
}

/** Something that cities may take part in, as its own capability tells the programme. */
export interface Activity {
  /** The capability, and its own word for the record: the two name the activity for good. */
  readonly by: string;
  readonly record: string;
  readonly kind: ActivityKind;
  readonly title: LocalText;
  readonly about: LocalText;
  /** Topics of a city's record; none means any topic. */
  readonly topics: readonly string[];
  /** ISO 639-1; none means that language is no matter. */
  readonly languages: readonly string[];
  readonly openTo: OpenTo;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate | null;
  readonly places: number | null;
  /** When people first meet in it, for what a city's clocks show then. */
  readonly meetsAt?: Date | null;
  /** Where a city reads more or takes part. */
  readonly path: string;
  /** Goes also to cities that asked for quiet, and beyond their contact budget. */
  readonly emergency?: boolean;
}

/** Open to every city. */
export const openToAll: OpenTo = {
  regions: [],
  incomes: [],
  countries: [],
  bands: [],
  globalSouth: false,
  secondary: false,
};

/** It is open from `opensOn` on. Announced again it replaces what was said before. */
export async function announceOpened(tx: Tx, world: World, activity: Activity): Promise<void> {
  await announce(tx, world, { kind: 'activity-opened', payload: { ...activity } });
}

export async function announceChanged(tx: Tx, world: World, activity: Activity): Promise<void> {
  await announce(tx, world, { kind: 'activity-changed', payload: { ...activity } });
}

/** Nobody can join any more. */
export async function announceClosed(
  tx: Tx,
  world: World,
  which: Pick<Activity, 'by' | 'record'>,
): Promise<void> {
  await announce(tx, world, { kind: 'activity-closed', payload: { ...which } });
}
