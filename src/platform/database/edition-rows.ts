import { createHash } from 'node:crypto';
import { type Insertable, sql } from 'kysely';
import type { Tx } from './atomically.ts';
import type { DB } from './schema.generated.ts';

/** Tables whose rows may come with the shipped edition: they remember from which text of the record. */
export type EditionTable = {
  [T in keyof DB]: DB[T] extends { id: unknown; edition_hash: unknown } ? T : never;
}[keyof DB];

/** What a record of the edition said, so that the next start need not write it again. */
export function editionHash(record: unknown): string {
  return createHash('sha256')
    .update(
      JSON.stringify(record, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    )
    .digest('base64url')
    .slice(0, 22);
}

/**
 * Brings the edition's records into a table by their stable ids, in one statement; unchanged ones are not written.
 * @param rows all with the same columns
 * @param changeable staff may change rows: one whose `version` is above 1 is theirs, and stays
 */
export async function loadRows<T extends EditionTable>(
  tx: Tx,
  table: T,
  rows: readonly Omit<Insertable<DB[T]>, 'edition_hash' | 'version'>[],
  changeable: 'changeable' | 'fixed' = 'fixed',
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const hashed = rows.map((row) => ({ ...row, edition_hash: editionHash(row) }));
  const text = JSON.stringify(hashed, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  const names = [...Object.keys(first), 'edition_hash'];
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const changes = sql.join(
    names
      .filter((name) => name !== 'id')
      .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  const untouched = changeable === 'changeable' ? sql`and held.version = 1` : sql``;
  await sql`insert into ${sql.table(table)} as held (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${text}::jsonb)
    on conflict (id) do update set ${changes}
    where held.edition_hash is distinct from excluded.edition_hash ${untouched}`.execute(tx);
}
