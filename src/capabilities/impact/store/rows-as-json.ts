import { type RawBuilder, sql } from 'kysely';

/**
 * Many rows as one parameter, to be read by `jsonb_populate_recordset`: one statement however many there are.
 * Whole numbers of any size travel as digits.
 */
export function rowsAsJson(rows: readonly object[]): RawBuilder<unknown> {
  const text = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return sql`${text}::jsonb`;
}
