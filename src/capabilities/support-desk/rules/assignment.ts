import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, type Reason } from '../../../kernel/refusal.ts';
import type { Topic } from './case.ts';

/** Somebody of the desk, as far as it matters for who takes a case. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
  readonly languages: readonly Language[];
  readonly topics: readonly Topic[];
  readonly awayUntil: CalendarDate | null;
  /** Cases they have that are not over. */
  readonly load: number;
}

export interface Suggestion {
  readonly colleague: Colleague;
  readonly reasons: readonly Reason[];
  readonly score: number;
}

/**
 * Who should take a case, best first: the language weighs most, then the topic, then who has least. Whoever is away is left out.
 * Nobody is assigned by it; people see the reasons and decide.
 */
export function suggestAssignees(
  wanted: { readonly language: Language; readonly topic: Topic },
  colleagues: readonly Colleague[],
  today: CalendarDate,
): Suggestion[] {
  const here = colleagues.filter(({ awayUntil }) => awayUntil === null || awayUntil < today);
  return here
    .map((colleague) => {
      const speaks = colleague.languages.includes(wanted.language);
      const knows = colleague.topics.includes(wanted.topic);
      const reasons = [
        because(speaks ? 'support-desk:reason-speaks' : 'support-desk:reason-not-speaks', {
          language: wanted.language,
        }),
        ...(knows ? [because('support-desk:reason-knows', { topic: wanted.topic })] : []),
        because('support-desk:reason-load', { n: colleague.load }),
      ];
      return { colleague, reasons, score: (speaks ? 6 : 0) + (knows ? 3 : 0) - colleague.load * 0.25 };
    })
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        a.colleague.load - b.colleague.load ||
        a.colleague.name.localeCompare(b.colleague.name),
    );
}
