import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

/** What a new window may begin from. */
export interface PastWindow {
  readonly id: string;
  readonly name: LocalText;
  readonly theme: LocalText;
  readonly whoCanApply?: LocalText;
  readonly ceiling: Money | null;
  readonly termMonths: number | null;
}

function windows(reader: Reader) {
  return reader
    .selectFrom('fund.funding_window')
    .select(['id', 'name', 'theme', 'eligibility', 'ceiling_minor', 'currency', 'term_months']);
}

export async function findPastWindow(reader: Reader, id: string): Promise<PastWindow | undefined> {
  const row = await windows(reader).where('id', '=', id).executeTakeFirst();
  return row && pastWindowOf(row);
}

/** Windows of the fund, the newest first. */
export async function listPastWindows(reader: Reader): Promise<PastWindow[]> {
  const rows = await windows(reader)
    .orderBy('announced', (order) => order.desc().nullsLast())
    .orderBy('slug')
    .execute();
  return rows.map(pastWindowOf);
}

type Row = Awaited<ReturnType<ReturnType<typeof windows>['execute']>>[number];

function pastWindowOf(row: Row): PastWindow {
  const { ceiling_minor: amountMinor, currency } = row;
  return {
    id: row.id,
    name: row.name as LocalText,
    theme: row.theme as LocalText,
    ...(row.eligibility ? { whoCanApply: row.eligibility as LocalText } : {}),
    ceiling: amountMinor !== null && currency !== null ? { amountMinor, currency } : null,
    termMonths: row.term_months,
  };
}
