import type { Selectable } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { FundWindowDonor } from '../../../platform/database/schema.generated.ts';
import type { WindowDonor } from '../rules/donor.ts';

const columns = [
  'id',
  'organisation_id',
  'name',
  'amount_minor',
  'currency',
  'countries',
  'income_groups',
  'income_list',
  'regions',
  'themes',
  'spend_from',
  'spend_until',
  'overhead_cap_basis_points',
] as const;

/** Who pays into the window, with their restrictions, the largest first. */
export async function donorsOf(reader: Reader, windowId: string): Promise<WindowDonor[]> {
  const rows = await reader
    .selectFrom('fund.window_donor')
    .select(columns)
    .where('window_id', '=', windowId)
    .orderBy('amount_minor', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(donorOf);
}

function donorOf(row: Pick<Selectable<FundWindowDonor>, (typeof columns)[number]>): WindowDonor {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name as LocalText,
    amount: { amountMinor: row.amount_minor, currency: row.currency },
    restrictions: {
      countries: row.countries,
      incomeGroups: row.income_groups,
      incomeList: row.income_list,
      regions: row.regions,
      themes: row.themes,
      spendFrom: row.spend_from as CalendarDate | null,
      spendUntil: row.spend_until as CalendarDate | null,
      overheadCapBasisPoints: row.overhead_cap_basis_points,
    },
  };
}
