import { type NumberFormat, percent } from './drawing.tsx';
import { Mark } from './legend.tsx';
import type { LineSeries } from './line-chart.tsx';

interface GridlinesProps {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly top: number;
  readonly format: NumberFormat;
}

/** Hair-thin lines, each with its number standing on it, so that no margin is spent on an axis. */
export function Gridlines({ ticks, y, top, format }: GridlinesProps) {
  return (
    <g class="grid">
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1="0"
            x2="100%"
            y1={top + y(tick)}
            y2={top + y(tick)}
            class={tick === 0 ? 'zero' : undefined}
          />
          <text x="0" y={top + y(tick) - 4}>
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface YearTicksProps {
  readonly xs: readonly number[];
  /** Percent across. */
  readonly x: (value: number) => number;
  readonly y: number;
  readonly format: NumberFormat;
}

/** At most five, the first and last among them. */
export function YearTicks({ xs, x, y, format }: YearTicksProps) {
  const step = Math.max(1, Math.ceil((xs.length - 1) / 4));
  const shown = xs.filter((_, index) => (xs.length - 1 - index) % step === 0);
  return (
    <g class="ticks">
      {shown.map((at) => (
        <text key={at} x={percent(x(at))} y={y} text-anchor={anchor(x(at))}>
          {format(at)}
        </text>
      ))}
    </g>
  );
}

export function anchor(percentAcross: number): 'start' | 'middle' | 'end' {
  return percentAcross < 8 ? 'start' : percentAcross > 90 ? 'end' : 'middle';
}

interface MarksProps {
  readonly series: readonly LineSeries[];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly format: NumberFormat;
  readonly lastOnly?: boolean | undefined;
}

/** Each series' last known point with its number; all points where they are few. */
export function Marks({ series, x, y, format, lastOnly }: MarksProps) {
  return (
    <>
      {series.map((one, index) => {
        const known = one.points.filter((point) => point.y !== null);
        const last = known.at(-1);
        if (!last) return null;
        return (
          <g key={one.name}>
            {(known.length <= 12 && !lastOnly ? known : [last]).map((point) => (
              <Mark key={point.x} series={index} x={percent(x(point.x))} y={y(point.y ?? 0)} />
            ))}
            <text class="last" x={percent(x(last.x))} y={y(last.y ?? 0) - 10} text-anchor={anchor(x(last.x))}>
              {format(last.y ?? 0)}
            </text>
          </g>
        );
      })}
    </>
  );
}
