import type { CalendarDate, DatePrecision, PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

/** Something published that records rest on. */
export interface Source {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: 'web-page' | 'founding-text';
  readonly address: string | null;
  readonly publisher: string;
  readonly date: PartialDate | null;
  readonly language: string | null;
}

/** A source as it stands beside the record that rests on it; JSON of the database. */
export interface CitedSource {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  readonly address: string | null;
  readonly date: CalendarDate | null;
  readonly precision: DatePrecision | null;
  /** What of the source was read, or how it differs from another. */
  readonly note: string | null;
}

/** A record that can be cited for: any capability's, if everybody may see it. */
export interface CitingRecord {
  readonly capability: string;
  /** In the capability's own words: `seat`, `grant`. */
  readonly kind: string;
  readonly id: string;
  readonly label: LocalText;
  /** Where it is seen, without language prefix. */
  readonly path: string | null;
}

/** How an edition's record names its sources. */
export interface SourceNamed {
  readonly source: string;
  readonly note?: string | undefined;
}

export function partialDate(date: string | null, precision: string | null): PartialDate | null {
  return date && precision ? { date: date as CalendarDate, precision: precision as DatePrecision } : null;
}
