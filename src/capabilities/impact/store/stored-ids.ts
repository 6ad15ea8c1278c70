import type { Reader } from '../../../platform/database/atomically.ts';
import type { Origin } from '../rules/entry.ts';

export async function listStoredIds(reader: Reader, origin: Origin): Promise<Set<string>> {
  const rows = await reader.selectFrom('impact.claim').select('id').where('origin', '=', origin).execute();
  return new Set(rows.map((row) => row.id));
}
