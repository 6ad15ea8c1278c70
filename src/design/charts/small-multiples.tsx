import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useKitWords, useLanguage } from '../language-context.ts';
import { Gridlines, Marks, YearTicks } from './axes.tsx';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { Drawing, type NumberFormat, plainNumbers, shortNumbers, Stretch } from './drawing.tsx';
import type { LineSeries, Point } from './line-chart.tsx';

interface SmallMultiplesProps extends ChartWords {
  readonly xIs: string;
  readonly panels: readonly LineSeries[];
  readonly format?: NumberFormat | undefined;
}

const height = 90;
const top = 20;

/** One small chart each, all on the same scale, so that they can be compared. */
export function SmallMultiples({ xIs, panels, format, ...words }: SmallMultiplesProps) {
  const language = useLanguage();
  const t = useKitWords();
  const say = format ?? plainNumbers(language);
  const xs = [...new Set(panels.flatMap((one) => one.points.map((point) => point.x)))].toSorted(
    (a, b) => a - b,
  );
  const most = Math.max(...panels.flatMap((one) => one.points.map((point) => point.y ?? 0)), 1);
  const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 1];
  const x = scaleLinear([first, last], [10, 94]);
  const y = scaleLinear([0, most], [height, 0]).nice(2);
  const path = line<Point>(
    (point) => x(point.x) * 10,
    (point) => y(point.y ?? 0),
  )
    .defined((point) => point.y !== null)
    .digits(1);
  const rows = xs.map((at) => [
    String(at),
    ...panels.map((one) => {
      const value = one.points.find((point) => point.x === at)?.y ?? null;
      return value === null ? '–' : say(value);
    }),
  ]);
  return (
    <ChartFrame
      {...words}
      empty={xs.length === 0}
      numbers={{ head: [xIs, ...panels.map((one) => one.name)], rows }}
    >
      <div class="multiples">
        {panels.map((one) => (
          <div key={one.name}>
            <p class="panel-name">{one.name}</p>
            <Drawing
              title={one.name}
              description={t('chart-says', { names: one.name, from: first, to: last })}
              height={height + top + 24}
            >
              <Gridlines ticks={y.ticks(2)} y={y} top={top} format={shortNumbers(language)} />
              <Stretch y={top} width={100} height={height}>
                <path class="line s1" d={path([...one.points]) ?? ''} />
              </Stretch>
              <Marks series={[one]} x={x} y={(value) => top + y(value)} format={say} lastOnly />
              <YearTicks xs={[first, last]} x={x} y={height + top + 20} format={String} />
            </Drawing>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
