import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { CsvColumn } from '../../../platform/exports/csv.ts';
import type { Fact } from '../rules/fact.ts';
import { valueAsText } from '../rules/fact-as-answers.ts';
import { kindOf } from '../rules/fact-kinds.ts';
import { factName } from '../rules/fact-name.ts';
import { dueOn } from '../rules/freshness.ts';

/** A record as a table: the heads that the import knows come first. */
export function factColumns(geonamesId: number): readonly CsvColumn<Fact>[] {
  return [
    { head: 'geonames_id', cell: () => geonamesId },
    { head: 'fact', cell: ({ kind, item }) => factName(kind, item) },
    { head: 'value', cell: ({ kind, value }) => valueAsText(kindOf(kind), value) },
    { head: 'source', cell: ({ source }) => source },
    { head: 'source_address', cell: ({ sourceAddress }) => sourceAddress },
    { head: 'date', cell: ({ asOf }) => asOf },
    { head: 'audience', cell: ({ audience }) => audience },
    { head: 'said_on', cell: ({ saidAt }) => dayInUtc(saidAt) },
    { head: 'said_by', cell: said },
    { head: 'confirmed_on', cell: ({ confirmedAt }) => dayInUtc(confirmedAt) },
    { head: 'confirm_from', cell: dueOn },
  ];
}

/** A fact for other systems; a kept file by its name and size only. */
export function factAsJson(fact: Fact) {
  const { kind, item, value, source, sourceAddress, asOf, audience, saidAt, confirmedAt } = fact;
  const plain =
    'file' in value
      ? { ...value, file: value.file && { name: value.file.name, size: value.file.size } }
      : value;
  return {
    fact: factName(kind, item),
    kind,
    item,
    value: plain,
    source,
    sourceAddress,
    asOf,
    audience,
    saidOn: dayInUtc(saidAt),
    saidBy: said(fact),
    confirmedOn: dayInUtc(confirmedAt),
    confirmFrom: dueOn(fact),
  };
}

/** Never a name: who of the city said it stays with the city and the council. */
function said({ onBehalf, saidAs }: Fact): string {
  if (saidAs === 'import') return 'import';
  return onBehalf ? 'council' : 'city';
}
