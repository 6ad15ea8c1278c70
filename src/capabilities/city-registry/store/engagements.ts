import { sql } from 'kysely';
import { isUuid } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { loadRows } from '../../../platform/database/edition-rows.ts';
import type { Json } from '../../../platform/database/schema.generated.ts';
import type { NewEngagement } from '../rules/engagement.ts';

/** @returns the id: the given one, or that of the row that already tells the same of the same record */
export async function insertEngagement(
  tx: Tx,
  id: string,
  engagement: NewEngagement,
  recordedBy: string | null,
): Promise<{ id: string; isNew: boolean }> {
  const columns = columnsOf(engagement);
  const inserted = await tx
    .insertInto('city_registry.engagement')
    .values({
      ...columns,
      id,
      object: JSON.stringify(columns.object),
      remark: columns.remark && JSON.stringify(columns.remark),
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.constraint('once_for_each_record').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return { id, isNew: true };
  const earlier = await tx
    .selectFrom('city_registry.engagement')
    .select('id')
    .where('record_capability', '=', columns.record_capability)
    .where('record_id', '=', columns.record_id)
    .where('city_id', '=', columns.city_id)
    .where('kind', '=', columns.kind)
    .executeTakeFirstOrThrow();
  return { id: earlier.id, isNew: false };
}

interface Locked {
  readonly cityId: string;
  readonly recordId: string | null;
  readonly isWithdrawn: boolean;
}

/** Holds the row until the transaction ends. Rows of the edition count as stemming from a record. */
export async function lockEngagement(tx: Tx, id: string): Promise<Locked | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await tx
    .selectFrom('city_registry.engagement')
    .select(['city_id', 'record_id', 'edition_hash', 'withdrawn_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      cityId: row.city_id,
      recordId: row.record_id ?? row.edition_hash,
      isWithdrawn: row.withdrawn_at !== null,
    }
  );
}

export async function markWithdrawn(tx: Tx, id: string, reason: string): Promise<void> {
  await tx
    .updateTable('city_registry.engagement')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()`, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute();
}

export async function loadEngagementRows(
  tx: Tx,
  engagements: readonly (NewEngagement & { readonly id: string })[],
): Promise<void> {
  const rows = engagements.map((one) => ({ id: one.id, ...columnsOf(one) }));
  await loadRows(tx, 'city_registry.engagement', rows);
}

/** Takes away what the edition once told of a capability's records and no longer does. */
export async function dropStaleEngagements(
  tx: Tx,
  capability: string | null,
  kept: readonly string[],
): Promise<void> {
  await sql`delete from city_registry.engagement where edition_hash is not null
    and record_capability is not distinct from ${capability} and not (id = any (${kept}::uuid[]))`.execute(
    tx,
  );
}

function columnsOf({ when, record, ...engagement }: NewEngagement) {
  return {
    city_id: engagement.cityId,
    kind: engagement.kind,
    from_date: when.from?.date ?? null,
    from_precision: when.from?.precision ?? null,
    from_certainty: when.fromCertainty,
    to_date: when.to?.date ?? null,
    to_precision: when.to?.precision ?? null,
    to_certainty: when.toCertainty,
    last_listed: when.lastListed?.date ?? null,
    last_listed_precision: when.lastListed?.precision ?? null,
    object: { ...engagement.object } satisfies Json,
    record_capability: record?.capability ?? null,
    record_id: record?.id ?? null,
    record_path: record?.path ?? null,
    visibility: engagement.visibility,
    evidence: engagement.evidence ?? null,
    inferred: engagement.inferred ?? false,
    remark: engagement.remark ? ({ ...engagement.remark } satisfies Json) : null,
  };
}
