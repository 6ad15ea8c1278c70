import type { CountryRow } from '../../../edition/schema/places.ts';
import { stableId } from '../../../kernel/id.ts';
import type { Said, Scheme } from './classification.ts';

const flag = (value: boolean | null) => (value === null ? null : value ? '1' : '0');

/** Which column of the file says what, under which list. Later lists come in files of their own: see README. */
const columns: readonly (readonly [Scheme, facet: string, (row: CountryRow) => string | null])[] = [
  ['un-m49', 'region', (row) => row.m49_region],
  ['un-m49', 'subregion', (row) => row.m49_subregion],
  ['un-m49', 'intermediate', (row) => row.m49_intermediate],
  ['world-bank-income', 'income-group', (row) => row.wb_income_fy2026],
  ['oecd-dac', 'recipient', (row) => flag(row.dac_recipient_2026)],
  ['oecd-dac', 'income-group', (row) => row.dac_income_group_2026],
  ['sids', 'member', (row) => flag(row.sids)],
  ['lldc', 'member', (row) => flag(row.landlocked)],
];

/** The file's columns as single statements of dated lists. */
export function classificationsOf(
  countries: readonly CountryRow[],
  vintages: readonly { readonly id: string; readonly scheme: Scheme }[],
): Said[] {
  return columns.flatMap(([scheme, facet, read]) => {
    const vintage = vintages.find((one) => one.scheme === scheme);
    if (!vintage) return [];
    return countries.flatMap((country) => {
      const value = read(country);
      return value === null
        ? []
        : [{ vintageId: stableId('vintage', vintage.id), country: country.iso2, facet, value }];
    });
  });
}
