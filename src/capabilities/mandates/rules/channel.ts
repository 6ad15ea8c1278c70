import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { because, type Reason } from '../../../kernel/refusal.ts';

/** How the council can reach a city by what it knew itself. */
export const channelKinds = [
  'telephone',
  'office-address',
  'office-email',
  'person-met',
  'embassy-or-network',
] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const outcomes = ['confirmed', 'denied', 'no-answer'] as const;
export type Outcome = (typeof outcomes)[number];

export interface KnownChannel {
  readonly id: string;
  readonly cityId: string;
  readonly kind: ChannelKind;
  readonly reach: string;
  readonly source: string;
  readonly knownSince: CalendarDate;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly retiredAt: Date | null;
}

/**
 * Why a request may not be verified through a channel: one that came with the request, or was recorded after it, would prove
 * only what the requester says. The database refuses the same.
 */
export function whyNotThrough(
  channel: Pick<KnownChannel, 'cityId' | 'reach' | 'recordedAt' | 'retiredAt'>,
  request: { readonly cityId: string; readonly email: string; readonly askedAt: Date },
): Reason | undefined {
  if (channel.cityId !== request.cityId) return because('mandates:channel-of-other-city');
  if (channel.retiredAt) return because('mandates:channel-retired');
  if (channel.recordedAt >= request.askedAt) return because('mandates:channel-too-new');
  return channel.reach.trim().toLowerCase() === request.email
    ? because('mandates:channel-is-requester')
    : undefined;
}

interface CallBack {
  readonly byPerson: string;
  readonly outcome: Outcome;
}

/** How many different staff have it confirmed; what is denied once stands as denied. */
export function standingOf(
  calls: readonly CallBack[],
  staffNeeded: number,
): { readonly confirmed: number; readonly isDenied: boolean; readonly isEnough: boolean } {
  const confirmed = new Set(
    calls.filter(({ outcome }) => outcome === 'confirmed').map(({ byPerson }) => byPerson),
  ).size;
  const isDenied = calls.some(({ outcome }) => outcome === 'denied');
  return { confirmed, isDenied, isEnough: !isDenied && confirmed >= staffNeeded };
}
