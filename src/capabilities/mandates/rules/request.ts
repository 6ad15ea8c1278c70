import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, type Problem } from '../../../kernel/refusal.ts';
import { type CityRole, lastDayOf, type Term } from './terms.ts';

/** What has become of a request. Staff see it from `waiting` on: until then, nobody has shown that the address is theirs. */
export const stages = [
  'unproven',
  'waiting',
  'more-asked',
  'verified',
  'refused',
  'withdrawn',
  'lapsed',
] as const;
export type Stage = (typeof stages)[number];

export const documentKinds = [
  'appointment-letter',
  'decree',
  'election-result',
  'council-decision',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface Asked {
  readonly cityId: string;
  readonly role: CityRole;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly documentKind: DocumentKind;
  readonly why: string;
}

export interface MandateRequest extends Asked {
  readonly id: string;
  readonly kind: 'own' | 'proposal' | 'renewal';
  readonly personId: string | null;
  readonly proposedBy: string | null;
  readonly renews: string | null;
  readonly stage: Stage;
  readonly stageSince: Date;
  readonly askedAt: Date;
  readonly provenAt: Date | null;
  readonly moreAsked: string | null;
  readonly moreSaid: string | null;
  readonly decidedBy: string | null;
  readonly decidedWhy: string | null;
  readonly version: number;
}

/** Staff have it before them: it can be verified, refused, or more asked. */
export function isOpen({ stage }: { readonly stage: Stage }): boolean {
  return stage === 'waiting' || stage === 'more-asked';
}

/** What is wrong with the days somebody asks for. A mandate may have begun before; it may not be over, nor longer than its role's term. */
export function problemsOfDays(
  { role, from, to }: Pick<Asked, 'role' | 'from' | 'to'>,
  terms: readonly Term[],
  today: CalendarDate,
): Problem[] {
  if (to < from) return [{ field: 'to', reason: because('mandates:ends-before-it-begins') }];
  if (to < today) return [{ field: 'to', reason: because('mandates:over-already') }];
  const months = terms.find((term) => term.role === role)?.longestMonths ?? 0;
  // Counted from today when it began earlier: what was before needs no mandate any more.
  const longest = lastDayOf(from < today ? today : from, months);
  return to > longest ? [{ field: 'to', reason: because('mandates:too-long', { months, longest }) }] : [];
}
