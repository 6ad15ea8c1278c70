import type { PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Qualifier, ResultUnit } from '../rules/grant.ts';

/** A grant as those who keep the record see it. */
export interface KeptGrant {
  readonly id: string;
  readonly slug: string;
  readonly cityId: string;
  readonly cityName: string;
  readonly geonamesId: number;
  readonly window: { readonly id: string; readonly slug: string; readonly name: LocalText } | null;
  readonly amount: Money | null;
  readonly ceiling: Money | null;
  readonly version: number;
}

/** The grant, held against others until the transaction ends. */
export async function lockGrant(tx: Tx, id: string): Promise<KeptGrant | undefined> {
  const row = await oneGrant(tx, id).forUpdate('grant').executeTakeFirst();
  return row && keptGrant(row);
}

export async function findGrant(reader: Reader, id: string): Promise<KeptGrant | undefined> {
  const row = await oneGrant(reader, id).executeTakeFirst();
  return row && keptGrant(row);
}

function oneGrant(reader: Reader, id: string) {
  return reader
    .selectFrom('fund.city_grant as grant')
    .innerJoin('city_registry.city as city', 'city.id', 'grant.city_id')
    .leftJoin('fund.funding_window as window', 'window.id', 'grant.window_id')
    .selectAll('grant')
    .select([
      'city.name as city_name',
      'city.geonames_id',
      'window.slug as window_slug',
      'window.name as window_name',
    ])
    .where('grant.id', '=', id);
}

function keptGrant(
  row: Awaited<ReturnType<ReturnType<typeof oneGrant>['executeTakeFirstOrThrow']>>,
): KeptGrant {
  const named = row.window_id !== null && row.window_slug !== null;
  return {
    id: row.id,
    slug: row.slug,
    cityId: row.city_id,
    cityName: row.city_name,
    geonamesId: row.geonames_id,
    window: named
      ? {
          id: row.window_id ?? '',
          slug: row.window_slug ?? '',
          name: row.window_name as unknown as LocalText,
        }
      : null,
    amount: moneyOf(row.amount_minor, row.currency),
    ceiling: moneyOf(row.ceiling_minor, row.currency),
    version: row.version,
  };
}

function moneyOf(amountMinor: bigint | null, currency: string | null): Money | null {
  return amountMinor !== null && currency !== null ? { amountMinor, currency } : null;
}

/** Keeps what the grant said of its amount, then writes what it says now, one version up. */
export async function reviseAmount(
  tx: Tx,
  before: KeptGrant,
  amount: Money,
  why: { readonly reason: string; readonly sourceId: string; readonly by: string | null },
): Promise<void> {
  const said = before.amount && { ...before.amount, amountMinor: String(before.amount.amountMinor) };
  await tx
    .insertInto('fund.grant_revision')
    .values({
      grant_id: before.id,
      version: before.version,
      said: JSON.stringify({ amount: said }),
      reason: why.reason,
      source_id: why.sourceId,
      by_person: why.by,
    })
    .execute();
  await tx
    .updateTable('fund.city_grant')
    .set({ amount_minor: amount.amountMinor, currency: amount.currency, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
}

/** A result as staff record it, of one grant. */
export interface ResultWritten {
  readonly value: number;
  readonly unit: ResultUnit;
  readonly qualifier: Qualifier;
  readonly isTarget: boolean;
  readonly date: PartialDate;
  readonly what: LocalText;
}

export async function insertResult(
  tx: Tx,
  id: string,
  grant: KeptGrant,
  result: ResultWritten,
): Promise<void> {
  await tx
    .insertInto('fund.result')
    .values({
      id,
      window_id: grant.window?.id ?? null,
      value: BigInt(result.value),
      unit: result.unit,
      qualifier: result.qualifier,
      is_target: result.isTarget,
      date: result.date.date,
      date_precision: result.date.precision,
      what: JSON.stringify(result.what),
    })
    .execute();
  await tx.insertInto('fund.result_grant').values({ result_id: id, grant_id: grant.id }).execute();
}
