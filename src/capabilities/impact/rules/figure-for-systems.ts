import { minorDigits } from '../../../kernel/money.ts';
import type { FigureView, Published, Total } from './figure-view.ts';

interface PublishedItem {
  readonly value: number;
  readonly date: string;
  readonly source: string;
}

/** A figure as scripts read it. Money has an item for each currency: amounts of two are never added. */
export interface FigureItem {
  readonly key: string;
  readonly objective: number;
  /** Where the definition stands, with its version. */
  readonly definition: string;
  /** Money in whole units of its currency, with decimals. */
  readonly computed: number;
  /** Of money its currency. */
  readonly unit: string;
  readonly published: readonly PublishedItem[];
}

const none: Total = { series: '', value: 0n, entries: 0, imported: 0 };

/** @param site the public address, without a slash at its end */
export function figureItems(figures: readonly FigureView[], site: string): FigureItem[] {
  return figures.flatMap((figure) => {
    const totals =
      figure.totals.length > 0 ? figure.totals : [{ ...none, series: figure.unit === 'money' ? 'USD' : '' }];
    return totals.map((total) => ({
      key: figure.key,
      objective: figure.objective,
      definition: `${site}/impact/${figure.key}?version=${figure.version}`,
      computed: plainNumber(total.value, total.series),
      unit: total.series || figure.unit,
      published: figure.published
        .filter(({ currency }) => (currency ?? '') === total.series)
        .map((said) => ({ value: said.value, date: dateSaid(said), source: said.address ?? said.source })),
    }));
  });
}

/** Of money the amount in its currency, else the number itself. */
export function plainNumber(value: bigint, series: string): number {
  return series === '' ? Number(value) : Number(value) / 10 ** minorDigits(series);
}

/** As much of the date as its source says. */
export function dateSaid({ day, precision }: Pick<Published, 'day' | 'precision'>): string {
  return day.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}
