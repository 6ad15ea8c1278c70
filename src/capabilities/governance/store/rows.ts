import type { Selectable } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { GovernanceBody } from '../../../platform/database/schema.generated.ts';
import type { CitedSource } from '../../library/index.ts';
import type { Body, Cadence, DecisionRule } from '../rules/body.ts';
import type { Seat, SeatCity, SeatRole } from '../rules/seat.ts';
import { type TenureRow, tenureOf } from './tenure-columns.ts';

/** A seat as JSON of the database, with what is shown beside it. */
export interface SeatRow extends TenureRow {
  readonly id: string;
  readonly person_name: string | null;
  readonly role: string;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly version: number;
  readonly city: SeatCity | null;
  readonly organisation: { readonly id: string; readonly name: LocalText } | null;
  readonly terms: readonly TenureRow[];
  readonly sources: readonly CitedSource[];
}

export function seatOf(row: SeatRow): Seat {
  return {
    id: row.id,
    city: row.city,
    personName: row.person_name,
    organisation: row.organisation,
    role: row.role as SeatRole,
    tenure: tenureOf(row),
    inferred: row.inferred,
    remark: row.remark,
    version: row.version,
  };
}

export function bodyOf(row: Selectable<GovernanceBody>): Body {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name as unknown as LocalText,
    acronym: row.acronym,
    belongsTo: row.belongs_to as Body['belongsTo'],
    purpose: row.purpose as unknown as LocalText,
    composition: row.composition as unknown as LocalText,
    cadence: row.cadence as unknown as Cadence[],
    termMonths: row.term_months,
    appointment: row.appointment as LocalText | null,
    decision: {
      power: row.decision_power as DecisionRule['power'],
      majority: row.decision_majority as DecisionRule['majority'],
      quorumPercent: row.quorum_percent,
      note: row.decision_note as LocalText | null,
    },
    tenure: tenureOf(row),
    inferred: row.inferred,
    remark: row.remark as LocalText | null,
  };
}
