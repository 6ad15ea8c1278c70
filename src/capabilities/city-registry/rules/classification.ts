import type { CalendarDate } from '../../../kernel/calendar-date.ts';

/** What is classified, by whom; in the order in which a page shows it. */
export const schemes = ['un-m49', 'world-bank-income', 'oecd-dac', 'sids', 'lldc'] as const;
export type Scheme = (typeof schemes)[number];

/** A published list, as a figure says which one it used. */
export interface VintageName {
  readonly id: string;
  readonly slug: string;
  readonly scheme: Scheme;
  readonly name: string;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** The day asked about lies after the last day for which the list was made: a newer one exists or will. */
  readonly isPast: boolean;
}

export interface Classification {
  readonly vintage: VintageName;
  /** By facet, e.g. `{region: 'Africa', subregion: 'Sub-Saharan Africa'}`; empty when the list says nothing of the country. */
  readonly values: Readonly<Record<string, string>>;
}

/** What one list says of one country. */
export interface Said {
  readonly vintageId: string;
  readonly country: string;
  readonly facet: string;
  readonly value: string;
}
