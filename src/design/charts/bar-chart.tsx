import { scaleLinear } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language-context.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { type NumberFormat, percent, plainNumbers } from './drawing.tsx';
import { Legend } from './legend.tsx';

export interface BarRow {
  readonly key: string;
  readonly label: ComponentChildren;
  /** One number for each series; `null` where none is known, which is not zero. */
  readonly values: readonly (number | null)[];
  /** The row the title speaks of. */
  readonly strong?: boolean | undefined;
}

interface BarChartProps extends ChartWords {
  /** What the rows are and what the numbers are: heads of the table this chart is. */
  readonly rowsAre: string;
  /** One name for plain bars; several are stacked end to end. */
  readonly series: readonly string[];
  readonly rows: readonly BarRow[];
  readonly format?: NumberFormat | undefined;
}

/** Bars are a table whose numbers have a length: nothing else is needed behind it. */
export function BarChart({ rowsAre, series, rows, format, ...words }: BarChartProps) {
  const language = useLanguage();
  const say = format ?? plainNumbers(language);
  const longest = Math.max(...rows.map((row) => sum(row.values)), 0);
  const width = scaleLinear([0, longest || 1], [0, 100]);
  return (
    <ChartFrame {...words} empty={rows.length === 0}>
      {series.length > 1 && <Legend names={series} />}
      <table class="bars">
        <caption class="unseen">{words.title}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{rowsAre}</th>
            {series.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} class={row.strong ? 'strong' : undefined}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) => (
                <td key={series[index]}>
                  <span class="bar-value">{value === null ? '–' : say(value)}</span>
                  {index === row.values.length - 1 && <Bars values={row.values} width={width} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}

function Bars({ values, width }: { values: BarRow['values']; width: (value: number) => number }) {
  return (
    <svg class="bar" width="100%" height="14" aria-hidden="true">
      {values.map((value, index) => (
        <rect
          key={index}
          class={`f${index + 1}`}
          x={percent(width(sum(values.slice(0, index))))}
          width={percent(width(value ?? 0))}
          height="14"
        />
      ))}
    </svg>
  );
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
