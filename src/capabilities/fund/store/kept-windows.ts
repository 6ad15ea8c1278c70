import { sql } from 'kysely';
import { isUuid } from '../../../kernel/id.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import { asOpened, type KeptWindow } from '../rules/prepared-window.ts';
import type { OpenWindow, StageKey } from '../rules/window.ts';
import { keptWindowJson, keptWindowOf } from './kept-window-json.ts';

function windows(reader: Reader) {
  return reader
    .selectFrom('fund.funding_window as w')
    .innerJoin('fund.window_terms as t', 't.window_id', 'w.id')
    .select(keptWindowJson.as('kept'));
}

/** A window with terms, in any state that the reader may see. */
export async function findKeptWindow(reader: Reader, idOrSlug: string): Promise<KeptWindow | undefined> {
  const row = await windows(reader)
    .where(isUuid(idOrSlug) ? 'w.id' : 'w.slug', '=', idOrSlug)
    .executeTakeFirst();
  return row && keptWindowOf(row.kept);
}

/** In preparation first, then open, then over; the newest first. */
export async function listKeptWindows(reader: Reader): Promise<KeptWindow[]> {
  const rows = await windows(reader)
    .orderBy(sql`array_position('{preparing,open,closed}'::text[], t.state)`)
    .orderBy('t.opened_at', (order) => order.desc().nullsFirst())
    .orderBy('w.slug')
    .execute();
  return rows.map(({ kept }) => keptWindowOf(kept));
}

/** A window that cities can apply to, or could; undefined while it is being prepared. */
export async function findOpenWindow(reader: Reader, idOrSlug: string): Promise<OpenWindow | undefined> {
  const kept = await findKeptWindow(reader, idOrSlug);
  return kept && asOpened(kept);
}

/** Windows that were opened on this platform, open ones first. */
export async function listWindows(reader: Reader): Promise<OpenWindow[]> {
  return (await listKeptWindows(reader)).flatMap((kept) => asOpened(kept) ?? []);
}

/**
 * Whether the stage takes answers at this instant, by the database's clock. Keeps the window and its stage locked until the transaction
 * ends: a mover of the deadline waits for it, and it for the mover. Ask last, just before the row is written.
 */
export async function stageIsOpen(tx: Tx, windowId: string, stage: StageKey): Promise<boolean> {
  const { rows } = await sql<{
    open: boolean;
  }>`select fund.stage_is_open(${windowId}, ${stage}) as open`.execute(tx);
  return rows[0]?.open ?? false;
}
