import type { VintageName } from './classification.ts';

/** A country with what every list of a day says of it, by `scheme/facet`, e.g. `un-m49/region`. */
export interface Country {
  readonly iso2: string;
  readonly iso3: string;
  readonly m49: string | null;
  readonly said: Readonly<Record<string, string>>;
}

interface Column {
  readonly head: string;
  readonly cell: (country: Country) => string | null;
}

/** The columns of `mmc countries`, which scripts rely on: each classification with the list it is from. */
export function countryColumns(vintages: readonly VintageName[]): Column[] {
  const says = (key: string) => (country: Country) => country.said[key] ?? null;
  const listOf = (scheme: VintageName['scheme']) => () =>
    vintages.find((one) => one.scheme === scheme)?.name ?? null;
  return [
    { head: 'iso2', cell: ({ iso2 }) => iso2 },
    { head: 'iso3', cell: ({ iso3 }) => iso3 },
    { head: 'm49', cell: ({ m49 }) => m49 },
    { head: 'm49_region', cell: says('un-m49/region') },
    { head: 'm49_subregion', cell: says('un-m49/subregion') },
    { head: 'wb_income', cell: says('world-bank-income/income-group') },
    { head: 'wb_vintage', cell: listOf('world-bank-income') },
    { head: 'dac_recipient', cell: says('oecd-dac/recipient') },
    { head: 'dac_income_group', cell: says('oecd-dac/income-group') },
    { head: 'dac_vintage', cell: listOf('oecd-dac') },
  ];
}
