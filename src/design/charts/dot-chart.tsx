import { scaleLinear } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language-context.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { type NumberFormat, percent, plainNumbers } from './drawing.tsx';
import { Legend, Mark } from './legend.tsx';

interface DotChartProps extends ChartWords {
  readonly rowsAre: string;
  /** What is compared, e.g. "Published" and "Computed". */
  readonly series: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: ComponentChildren;
    readonly values: readonly (number | null)[];
  }[];
  readonly format?: NumberFormat | undefined;
}

/** Two or three numbers of each row on one scale: what lies between them is what one sees. A table, like the bars. */
export function DotChart({ rowsAre, series, rows, format, ...words }: DotChartProps) {
  const language = useLanguage();
  const say = format ?? plainNumbers(language);
  const most = Math.max(...rows.flatMap((row) => row.values.map((value) => value ?? 0)), 1);
  const x = scaleLinear([0, most], [2, 98]);
  return (
    <ChartFrame {...words} empty={rows.length === 0}>
      {series.length > 1 && <Legend names={series} />}
      <table class="bars dots">
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
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) => (
                <td key={series[index]}>
                  <span class="bar-value">{value === null ? '–' : say(value)}</span>
                  {index === row.values.length - 1 && <Dots values={row.values} x={x} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}

function Dots({ values, x }: { values: readonly (number | null)[]; x: (value: number) => number }) {
  const known = values.filter((value) => value !== null).map(x);
  return (
    <svg class="bar" width="100%" height="16" aria-hidden="true">
      <line class="grid-line" x1="0" x2="100%" y1="8" y2="8" />
      <line class="between" x1={percent(Math.min(...known))} x2={percent(Math.max(...known))} y1="8" y2="8" />
      {values.map((value, index) =>
        value === null ? null : <Mark key={index} series={index} x={percent(x(value))} y={8} />,
      )}
    </svg>
  );
}
