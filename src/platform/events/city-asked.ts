import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { Reason } from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import type { Tx } from '../database/atomically.ts';
import { announce } from './announce.ts';

/** Sorts of things asked of cities. */
export const askKinds = [
  'question',
  'introduction',
  'follow-up',
  'invitation',
  'fact',
  'mandate',
  'registration',
  'survey',
  'report',
  'document',
  'other',
] as const;
export type AskKind = (typeof askKinds)[number];

/** The council asks something of a city. Whoever asks says so in the same transaction: what all of us ask of one city is counted. */
export interface CityAsked {
  readonly cityId: string;
  /** The capability that asks, e.g. `support-desk`. */
  readonly by: string;
  readonly kind: AskKind;
  /** What is asked, as a sentence of the asker's catalogue or in five languages. */
  readonly what: Reason | LocalText;
  /** Where the city does it, in its portal. */
  readonly path: string;
  readonly dueOn: CalendarDate | null;
  /** The record behind it: the same word to `announceAnswer` settles it. One record asks one city once at a time. */
  readonly record: string;
}

export async function announceAsk(tx: Tx, world: World, ask: CityAsked): Promise<void> {
  await announce(tx, world, { kind: 'city-asked', payload: { ...ask } });
}

/** The city has done what was asked, or it is asked no more. Without a city: of all that the record asked. */
export async function announceAnswer(
  tx: Tx,
  world: World,
  answered: Pick<CityAsked, 'by' | 'record'> & { readonly cityId?: string },
): Promise<void> {
  await announce(tx, world, { kind: 'city-answered', payload: { ...answered } });
}
