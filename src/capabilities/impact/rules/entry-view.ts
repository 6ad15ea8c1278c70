import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { ClaimKind, CountUnit, Objective } from './claim-kinds.ts';
import type { Origin, Qualifier, Stage } from './entry.ts';

export interface EvidenceView {
  readonly title: string;
  readonly source: string | null;
  readonly address: string | null;
  readonly fileSha256: string | null;
  readonly day: CalendarDate | null;
  readonly precision: DatePrecision | null;
  /** The change that brought it; null for what the claim came with. */
  readonly changeId: string | null;
}

/** An entry in force, as anyone may see it: the JSON of the database, whole numbers as digits. */
export interface EntryView {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly stage: Stage;
  readonly origin: Origin;
  readonly objective: Objective;
  readonly subjectKey: string;
  readonly subjectName: string;
  readonly cityId: string | null;
  readonly country: string | null;
  readonly day: CalendarDate;
  readonly precision: DatePrecision;
  readonly countedOn: CalendarDate;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly usdMinor: string | null;
  readonly usdSource: string | null;
  readonly count: string | null;
  readonly countUnit: CountUnit | null;
  readonly qualifier: Qualifier;
  readonly statement: string;
  readonly statementIn: LocalText | null;
  readonly evidence: readonly EvidenceView[];
  /** The leaf of the log that brought it into the ledger. */
  readonly leafIndex: number | null;
}

/** Where a list of entries goes on: the last entry shown. */
export interface Cursor {
  readonly day: CalendarDate;
  readonly id: string;
}

export function cursorText({ countedOn, id }: Pick<EntryView, 'countedOn' | 'id'>): string {
  return `${countedOn}.${id}`;
}
