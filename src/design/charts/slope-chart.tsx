import { scaleLinear } from 'd3-scale';
import { useKitWords, useLanguage } from '../language-context.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { Drawing, listed, type NumberFormat, percent, plainNumbers } from './drawing.tsx';
import { spread } from './spread.ts';

interface SlopeChartProps extends ChartWords {
  readonly rowsAre: string;
  /** The two moments, e.g. "2023" and "2026". */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly strong?: boolean | undefined;
  }[];
  readonly format?: NumberFormat | undefined;
}

const height = 260;
const top = 34;
const left = 16;
const right = 58;

/** Who rose and who fell between two moments. */
export function SlopeChart({ rowsAre, from, to, rows, format, ...words }: SlopeChartProps) {
  const t = useKitWords();
  const language = useLanguage();
  const say = format ?? plainNumbers(language);
  const all = rows.flatMap((row) => [row.from, row.to]);
  const y = scaleLinear([Math.min(...all, 0), Math.max(...all, 1)], [top + height, top]);
  const fromWords = spread(rows.map((row) => y(row.from)));
  const toWords = spread(rows.map((row) => y(row.to)));
  const numbers = {
    head: [rowsAre, from, to],
    rows: rows.map((row) => [row.name, say(row.from), say(row.to)]),
  };
  const description = t('chart-says', {
    names: listed(
      language,
      rows.map((row) => row.name),
    ),
    from,
    to,
  });
  return (
    <ChartFrame {...words} empty={rows.length === 0} numbers={numbers}>
      <Drawing title={words.title} description={description} height={height + top + 14}>
        <g class="ticks">
          <text x={percent(left)} y="14" text-anchor="middle">
            {from}
          </text>
          <text x={percent(right)} y="14" text-anchor="middle">
            {to}
          </text>
        </g>
        {rows.map((row, index) => (
          <g key={row.name} class={row.strong ? 'slope strong' : 'slope'}>
            <line x1={percent(left)} x2={percent(right)} y1={y(row.from)} y2={y(row.to)} />
            <circle cx={percent(left)} cy={y(row.from)} r="4" />
            <circle cx={percent(right)} cy={y(row.to)} r="4" />
            <text x={percent(left - 2)} y={(fromWords[index] ?? 0) + 4} text-anchor="end">
              {say(row.from)}
            </text>
            <text x={percent(right + 2)} y={(toWords[index] ?? 0) + 4}>
              {say(row.to)} {row.name}
            </text>
          </g>
        ))}
      </Drawing>
    </ChartFrame>
  );
}
