import { scaleLinear } from 'd3-scale';
import { useLanguage } from '../language-context.ts';
import { anchor } from './axes.tsx';
import { ChartFrame, type ChartWords, type NumbersTable } from './chart-frame.tsx';
import { Drawing, listed, percent } from './drawing.tsx';

/** `known`: stated by a source. `soft`: likely, not stated. `beside`: another interval of the same holder, thin. */
export type LaneLook = 'known' | 'soft' | 'beside';

interface Span {
  /** Years and their parts: 2024.5 is the middle of 2024. */
  readonly from: number;
  readonly to: number;
  readonly look: LaneLook;
}

export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly spans: readonly Span[];
  /** What happened at one moment; hollow while it lies ahead. */
  readonly moments?: readonly { readonly at: number; readonly title: string; readonly ahead?: boolean }[];
}

interface LanesChartProps extends ChartWords {
  readonly lanes: readonly Lane[];
  /** The first and the last year shown. */
  readonly years: readonly [first: number, last: number];
  /** The day the page speaks of, drawn across all lanes. */
  readonly today?: number | undefined;
  /** Words for the looks that occur. */
  readonly legend: Readonly<Partial<Record<LaneLook | 'moment', string>>>;
  readonly numbers: NumbersTable;
}

const laneHeight = 36;
const barAt = 20;

/** Who or what, from when to when, one lane each (a Gantt chart). Every name stands above its own bar, so that phones need no margin. */
export function LanesChart({ lanes, years, today, legend, numbers, ...words }: LanesChartProps) {
  const language = useLanguage();
  const x = scaleLinear([years[0], years[1] + 1], [0, 100]);
  const height = lanes.length * laneHeight + 24;
  const step = years[1] - years[0] > 5 ? 2 : 1;
  const ticks = Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index);
  const names = lanes.map((lane) => lane.label);
  return (
    <ChartFrame {...words} numbers={numbers}>
      <LaneLegend legend={legend} />
      <Drawing title={words.title} description={listed(language, names)} height={height}>
        {ticks.map((year) => (
          <line
            key={year}
            class="grid-line"
            x1={percent(x(year))}
            x2={percent(x(year))}
            y1="0"
            y2={height - 20}
          />
        ))}
        {ticks
          .filter((year) => (years[1] - year) % step === 0)
          .map((year) => (
            <text key={year} x={percent(x(year))} y={height - 4} text-anchor={anchor(x(year))}>
              {year}
            </text>
          ))}
        {today !== undefined && (
          <line
            class="s7"
            stroke-dasharray="2 3"
            x1={percent(x(today))}
            x2={percent(x(today))}
            y1="0"
            y2={height - 20}
          />
        )}
        {lanes.map((lane, index) => (
          <LaneDrawn key={lane.key} lane={lane} y={index * laneHeight} x={x} />
        ))}
      </Drawing>
    </ChartFrame>
  );
}

function LaneDrawn({ lane, y, x }: { lane: Lane; y: number; x: (year: number) => number }) {
  return (
    <g>
      <text class="node" x="0" y={y + 14}>
        {lane.label}
      </text>
      {lane.spans.map((span, index) => (
        <SpanDrawn
          key={index}
          look={span.look}
          x={x(span.from)}
          width={Math.max(x(span.to) - x(span.from), 0.8)}
          y={y + barAt}
        />
      ))}
      {lane.moments?.map(({ at, title, ahead }) => (
        <circle
          key={`${at}${title}`}
          class={ahead ? 's1' : 'f1'}
          cx={percent(x(at))}
          cy={y + barAt + 5}
          r="5.5"
          fill={ahead ? 'none' : undefined}
        >
          <title>{title}</title>
        </circle>
      ))}
    </g>
  );
}

function SpanDrawn({ look, x, width, y }: { look: LaneLook; x: number; width: number; y: number }) {
  const across = { x: percent(x), width: percent(width) };
  if (look === 'beside') return <rect class="f7" {...across} y={y + 11} height="2" />;
  if (look === 'known') return <rect class="f1" {...across} y={y} height="9" />;
  return <rect class="f1 s1" {...across} y={y + 0.5} height="8" fill-opacity=".15" stroke-dasharray="3 3" />;
}

function LaneLegend({ legend }: Pick<LanesChartProps, 'legend'>) {
  const looks = (['known', 'soft', 'beside'] as const).filter((look) => legend[look]);
  return (
    <ul class="legend">
      {looks.map((look) => (
        <li key={look}>
          <svg width="28" height="14" aria-hidden="true">
            <SpanDrawn look={look} x={0} width={100} y={look === 'beside' ? -5 : 2} />
          </svg>
          {legend[look]}
        </li>
      ))}
      {legend.moment && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle class="f1" cx="7" cy="7" r="5.5" />
          </svg>
          {legend.moment}
        </li>
      )}
    </ul>
  );
}

/** A day as a year and its part, for the axis. */
export function yearsOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}
