import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Audience } from '../rules/audience.ts';
import type { FactValue } from '../rules/fact.ts';
import type { FactPlace } from '../rules/fact-row.ts';

/** What stands, also when it was withdrawn: then without a value. */
export interface Standing extends FactPlace {
  readonly version: number;
  readonly value: FactValue | null;
  readonly source: string | null;
  readonly sourceAddress: string | null;
  readonly asOf: CalendarDate | null;
  readonly audience: Audience;
  readonly hiddenTo: number;
  readonly saidAs: string;
  readonly onBehalf: boolean;
}

export interface Speaker {
  readonly personId: string | null;
  /** A role, or `import`. */
  readonly as: string;
  /** How staff know what they write for a city; null when the city speaks. */
  readonly basis: string | null;
}

export type StatementAct = 'said' | 'confirmed' | 'audience' | 'narrowed' | 'withdrawn';

export async function findStanding(
  reader: Reader,
  { cityId, kind, item }: FactPlace,
): Promise<Standing | undefined> {
  const row = await reader
    .selectFrom('city_record.fact')
    .select([
      'city_id as cityId',
      'kind',
      'item',
      'version',
      'value',
      'source',
      'source_address as sourceAddress',
      'as_of as asOf',
      'audience',
      'hidden_to as hiddenTo',
      'said_as as saidAs',
      'on_behalf as onBehalf',
    ])
    .where('city_id', '=', cityId)
    .where('kind', '=', kind)
    .where('item', '=', item)
    .executeTakeFirst();
  return row as unknown as Standing | undefined;
}

/**
 * Writes what stands now, when it still is what `before` says. A confirmation renews the age alone; a change of audience nothing but that.
 * @returns false when somebody wrote meanwhile, or the city keeps a fact there that the writer may not see
 */
export async function saveStanding(
  tx: Tx,
  before: Standing | undefined,
  now: Standing,
  act: StatementAct,
): Promise<boolean> {
  const moment = sql<Date>`clock_timestamp()`;
  const written = {
    version: now.version,
    value: now.value === null ? null : JSON.stringify(now.value),
    source: now.source,
    source_address: now.sourceAddress,
    as_of: now.asOf,
    audience: now.audience,
    hidden_to: now.hiddenTo,
    said_as: now.saidAs,
    on_behalf: now.onBehalf,
  };
  if (!before) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('city_record.fact')
      .values({
        ...written,
        city_id: now.cityId,
        kind: now.kind,
        item: now.item,
        said_at: moment,
        confirmed_at: moment,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('city_record.fact')
    .set({
      ...written,
      ...(act === 'said' || act === 'withdrawn' ? { said_at: moment } : {}),
      ...(act === 'audience' ? {} : { confirmed_at: moment }),
    })
    .where('city_id', '=', now.cityId)
    .where('kind', '=', now.kind)
    .where('item', '=', now.item)
    .where('version', '=', before.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertStatement(
  tx: Tx,
  id: string,
  {
    number,
    act,
    standing,
    speaker,
    reason = null,
  }: {
    readonly number: number;
    readonly act: StatementAct;
    readonly standing: Standing;
    readonly speaker: Speaker;
    readonly reason?: string | null;
  },
): Promise<void> {
  const silent = act === 'narrowed' || act === 'withdrawn';
  await tx
    .insertInto('city_record.statement')
    .values({
      id,
      city_id: standing.cityId,
      kind: standing.kind,
      item: standing.item,
      number,
      act,
      value: silent || standing.value === null ? null : JSON.stringify(standing.value),
      source: silent ? null : standing.source,
      source_address: silent ? null : standing.sourceAddress,
      as_of: silent ? null : standing.asOf,
      audience: standing.audience,
      said_by: speaker.personId,
      said_as: speaker.as,
      on_behalf: speaker.basis !== null,
      basis: speaker.basis,
      reason,
    })
    .execute();
}
