import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Audience } from '../rules/audience.ts';
import type { FactValue } from '../rules/fact.ts';
import type { FactPlace } from '../rules/fact-row.ts';
import type { StatementAct } from './statements.ts';

/** One statement as the history tells it. The name is null where the reader may not know it. */
export interface Statement {
  readonly number: number;
  readonly act: StatementAct;
  readonly value: FactValue | null;
  readonly source: string | null;
  readonly sourceAddress: string | null;
  readonly asOf: CalendarDate | null;
  readonly audience: Audience;
  readonly saidAs: string;
  readonly saidBy: string | null;
  readonly onBehalf: boolean;
  readonly basis: string | null;
  readonly reason: string | null;
  readonly saidAt: Date;
}

export async function listStatements(
  reader: Reader,
  { cityId, kind, item }: FactPlace,
): Promise<Statement[]> {
  const rows = await reader
    .selectFrom('city_record.statement as s')
    .leftJoin('people.person as p', 'p.id', 's.said_by')
    .select([
      's.number',
      's.act',
      's.value',
      's.source',
      's.source_address as sourceAddress',
      's.as_of as asOf',
      's.audience',
      's.said_as as saidAs',
      'p.name as saidBy',
      's.on_behalf as onBehalf',
      's.basis',
      's.reason',
      's.said_at as saidAt',
    ])
    .where('s.city_id', '=', cityId)
    .where('s.kind', '=', kind)
    .where('s.item', '=', item)
    .orderBy('s.number', 'desc')
    .limit(200)
    .execute();
  return rows as unknown as Statement[];
}
