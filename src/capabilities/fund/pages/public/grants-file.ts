import { minorDigits, type Money } from '../../../../kernel/money.ts';
import type { CsvColumn } from '../../../../platform/exports/csv.ts';
import type { Grant } from '../../rules/grant.ts';

export const grantColumns: readonly CsvColumn<Grant>[] = [
  { head: 'city', cell: ({ city }) => city.name },
  { head: 'city_id', cell: ({ city }) => city.id },
  { head: 'geonames_id', cell: ({ city }) => city.geonamesId },
  { head: 'country', cell: ({ city }) => city.country },
  { head: 'global_south', cell: ({ city }) => city.globalSouth },
  { head: 'secondary_city', cell: ({ city }) => city.secondaryCity },
  { head: 'window', cell: ({ window }) => window?.slug },
  {
    head: 'announced',
    cell: ({ announced }) => announced.date.slice(0, { year: 4, month: 7, day: 10 }[announced.precision]),
  },
  { head: 'amount', cell: ({ amount }) => amount && decimal(amount) },
  { head: 'ceiling', cell: ({ ceiling }) => ceiling && decimal(ceiling) },
  { head: 'currency', cell: ({ amount, ceiling }) => (amount ?? ceiling)?.currency },
  { head: 'term_months', cell: ({ termMonths }) => termMonths },
  { head: 'state', cell: ({ state }) => state },
  { head: 'project', cell: ({ projectTitle }) => projectTitle },
  { head: 'partners', cell: ({ partners }) => partners.map((partner) => partner.en).join('; ') },
  { head: 'inferred', cell: ({ inferred }) => inferred },
  {
    head: 'sources',
    cell: ({ sources }) => sources.map((source) => source.address ?? source.slug).join(' '),
  },
];

/** `200000.00`: exact, as spreadsheets and scripts read it. */
function decimal({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A grant as other systems read it. */
export function grantForSystems(grant: Grant) {
  const cells = grantColumns.map(({ head, cell }) => [camel(head), cell(grant) ?? null]);
  return { id: grant.id, ...Object.fromEntries(cells) };
}

function camel(head: string): string {
  return head.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
