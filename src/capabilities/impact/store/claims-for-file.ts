import { sql } from 'kysely';
import type { Cell } from '../../../platform/exports/csv.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { minorDigits } from '../../../kernel/money.ts';

interface Row {
  readonly [column: string]: string | number | null;
}

/** Claims as an import reads them, with what they stood on first; those refused or withdrawn are left out. */
export async function listClaimsForFile(reader: Reader): Promise<Readonly<Record<string, Cell>>[]> {
  const { rows } = await sql<Row>`
    select s.kind, split_part(s.subject_key, ':', 1) as subject_kind, g.geonames_id, case when s.city_id is null then s.subject_name end as subject,
      case s.day_precision when 'year' then to_char(s.day, 'YYYY') when 'month' then to_char(s.day, 'YYYY-MM')
        else to_char(s.day, 'YYYY-MM-DD') end as date,
      s.amount_minor::text as amount, s.currency, s.usd_minor::text as usd, s.usd_source, s.count::text as count,
      s.count_unit as unit, s.qualifier, s.objective, s.statement, s.visibility, e.title as evidence_title,
      e.source as evidence_source, e.address as evidence_address,
      case e.day_precision when 'year' then to_char(e.day, 'YYYY') when 'month' then to_char(e.day, 'YYYY-MM')
        else to_char(e.day, 'YYYY-MM-DD') end as evidence_date
    from impact.standing s
    left join city_registry.city g on g.id = s.city_id
    left join lateral (select * from impact.claim_evidence e where e.claim_id = s.claim_id order by e.place limit 1) e on true
    where s.stage in ('proposed', 'verified', 'imported')
    order by s.day, s.claim_id`.execute(reader);
  return rows.map((row) => ({
    ...row,
    amount: inMajor(row['amount'], row['currency']),
    usd: inMajor(row['usd'], 'USD'),
  }));
}

function inMajor(minor: Row[string] | undefined, currency: Row[string] | undefined): string | null {
  if (typeof minor !== 'string' || typeof currency !== 'string') return null;
  const digits = minorDigits(currency);
  if (digits === 0) return minor;
  const padded = minor.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
