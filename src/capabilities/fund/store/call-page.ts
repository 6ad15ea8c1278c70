import { sql } from 'kysely';
import { isUuid } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { KeptWindow } from '../rules/prepared-window.ts';
import { keptWindowJson, type KeptWindowRow, keptWindowOf } from './kept-window-json.ts';
import { type PublishedAnswer, publishedAnswers } from './questions.ts';
import { approvedChanges, changeOf, type ShownChange, type WindowChangeRow } from './window-changes.ts';

export interface ShownDonor {
  readonly name: LocalText;
  readonly amountMinor: string;
  readonly currency: string;
}

export interface CityOfReader {
  readonly id: string;
  readonly name: string;
  readonly names: Readonly<Partial<Record<Language, string>>>;
  readonly country: string;
  readonly longitude: number;
}

/** All that the page of a window with terms shows. */
export interface Call {
  readonly window: KeptWindow;
  readonly donors: readonly ShownDonor[];
  readonly changes: readonly ShownChange[];
  readonly answers: readonly PublishedAnswer[];
  readonly regions: Readonly<Record<string, LocalText>>;
  readonly city: CityOfReader | null;
}

export interface CallRow {
  readonly kept: KeptWindowRow;
  readonly donors: ShownDonor[];
  readonly changes: WindowChangeRow[];
  readonly answers: PublishedAnswer[];
  readonly regions: Record<string, LocalText>;
  readonly city: CityOfReader | null;
}

/** Of `fund.funding_window w`: null where it has no terms that the reader may see. */
export function callJson(cityId: string | undefined) {
  const city = cityId && isUuid(cityId) ? cityId : null;
  return sql<CallRow | null>`(select jsonb_build_object('kept', ${keptWindowJson},
    'donors', (select coalesce(jsonb_agg(jsonb_build_object('name', d.name, 'amountMinor', d.amount_minor::text, 'currency', d.currency)
      order by d.amount_minor desc), '[]') from fund.window_donor d where d.window_id = w.id),
    'changes', ${approvedChanges(sql`h.window_id = w.id`)},
    'answers', ${publishedAnswers(sql`a.window_id = w.id`)},
    'regions', (select coalesce(jsonb_object_agg(r.m49, r.names), '{}') from city_registry.region r
      where r.level in ('region', 'subregion') and strpos(t.rules::text, '"' || r.m49 || '"') > 0),
    'city', (select jsonb_build_object('id', c.id, 'name', c.name, 'names', c.names, 'country', c.country, 'longitude', c.longitude)
      from city_registry.city c where c.id = ${city}))
    from fund.window_terms t where t.window_id = w.id)`;
}

export function callOf(row: CallRow): Call {
  return { ...row, window: keptWindowOf(row.kept), changes: row.changes.map(changeOf) };
}

/** For the preview, as the actor sees it: one trip. */
export async function findCall(reader: Reader, windowId: string, cityId?: string): Promise<Call | undefined> {
  const row = await reader
    .selectFrom('fund.funding_window as w')
    .select(callJson(cityId).as('call'))
    .where(isUuid(windowId) ? 'w.id' : 'w.slug', '=', windowId)
    .executeTakeFirst();
  return row?.call ? callOf(row.call) : undefined;
}
