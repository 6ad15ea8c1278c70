import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useKitWords, useLanguage } from '../language-context.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { Drawing, listed, type NumberFormat, plainNumbers, shortNumbers, Stretch } from './drawing.tsx';
import { Gridlines, Marks, YearTicks } from './axes.tsx';
import { Legend } from './legend.tsx';

/** `x` is a year, or a year and its part: 2024.5 is the middle of 2024. `y` is null where nothing is known. */
export interface Point {
  readonly x: number;
  readonly y: number | null;
}

export interface LineSeries {
  readonly name: string;
  readonly points: readonly Point[];
}

interface LineChartProps extends ChartWords {
  readonly series: readonly LineSeries[];
  /** Names the years in the table, e.g. "Year". */
  readonly xIs: string;
  readonly format?: NumberFormat | undefined;
  /** How an x is said; the bare year when not given. */
  readonly formatX?: NumberFormat | undefined;
}

const height = 220;
const top = 18;

/** The course of one number or a few over the years, from zero. */
export function LineChart({ series, xIs, format, formatX = String, ...words }: LineChartProps) {
  const language = useLanguage();
  const t = useKitWords();
  const say = format ?? plainNumbers(language);
  const xs = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].toSorted(
    (a, b) => a - b,
  );
  const ys = series.flatMap((one) => one.points.map((point) => point.y ?? 0));
  const x = scaleLinear([xs[0] ?? 0, xs.at(-1) ?? 1], [5, 96]);
  const y = scaleLinear([Math.min(0, ...ys), Math.max(...ys, 1)], [height, 0]).nice(4);
  const path = line<Point>(
    (point) => x(point.x) * 10,
    (point) => y(point.y ?? 0),
  )
    .defined((point) => point.y !== null)
    .digits(1);
  const description = t('chart-says', {
    names: listed(
      language,
      series.map((one) => one.name),
    ),
    from: formatX(xs[0] ?? 0),
    to: formatX(xs.at(-1) ?? 0),
  });
  return (
    <ChartFrame
      {...words}
      empty={xs.length === 0}
      numbers={{ head: [xIs, ...series.map((one) => one.name)], rows: rows(xs) }}
    >
      {series.length > 1 && <Legend names={series.map((one) => one.name)} />}
      <Drawing title={words.title} description={description} height={height + top + 26}>
        <Gridlines ticks={y.ticks(4)} y={y} top={top} format={shortNumbers(language)} />
        <Stretch y={top} width={100} height={height}>
          {series.map((one, index) => (
            <path key={one.name} class={`line s${index + 1}`} d={path([...one.points]) ?? ''} />
          ))}
        </Stretch>
        <Marks series={series} x={x} y={(value) => top + y(value)} format={say} />
        <YearTicks xs={xs} x={x} y={height + top + 20} format={formatX} />
      </Drawing>
    </ChartFrame>
  );

  function rows(all: readonly number[]) {
    return all.map((at) => [
      formatX(at),
      ...series.map((one) => {
        const value = one.points.find((point) => point.x === at)?.y;
        return value === null || value === undefined ? '–' : say(value);
      }),
    ]);
  }
}
