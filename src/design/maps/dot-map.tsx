import { scaleSqrt } from 'd3-scale';
import { ChartFrame, type ChartWords } from '../charts/chart-frame.tsx';
import { anchor } from '../charts/axes.tsx';
import { type NumberFormat, percent, plainNumbers } from '../charts/drawing.tsx';
import { useKitWords, useLanguage } from '../language-context.ts';
import { MapFrame } from './map-frame.tsx';
import { mapHeight, mapWidth, placeOnMap } from './outline.ts';

export interface MapDot {
  readonly key: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Sizes the dot by its area; all dots are alike without. */
  readonly value?: number | undefined;
  /** Where its name leads, in the table: a dot is too small to be pressed. */
  readonly href?: string | undefined;
  /** Its name stands beside it. Keep to a few. */
  readonly labelled?: boolean | undefined;
}

interface DotMapProps extends ChartWords {
  readonly dots: readonly MapDot[];
  /** Heads of the table behind: what the dots are, and what their value is. */
  readonly dotsAre: string;
  readonly valueIs?: string | undefined;
  readonly format?: NumberFormat | undefined;
}

/** Names that show when one points at a dot; with more, they would weigh more than the map. */
const mostTitles = 100;

/** Places on the world, larger for more. The table behind holds every name and number. */
export function DotMap({ dots, dotsAre, valueIs, format, ...words }: DotMapProps) {
  const language = useLanguage();
  const t = useKitWords();
  const say = format ?? plainNumbers(language);
  const largest = Math.max(...dots.map((dot) => dot.value ?? 0), 1);
  const radius = scaleSqrt([0, largest], [2.5, 14]);
  const sorted = dots.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const titleOf = (dot: MapDot) => (dot.value === undefined ? dot.name : `${dot.name}: ${say(dot.value)}`);
  const numbers = {
    head: valueIs ? [dotsAre, valueIs] : [dotsAre],
    rows: sorted.map((dot) => {
      const name = dot.href ? <a href={dot.href}>{dot.name}</a> : dot.name;
      const value = dot.value === undefined ? '–' : say(dot.value);
      return valueIs ? [name, value] : [name];
    }),
  };
  return (
    <ChartFrame {...words} numbers={numbers} note={<MapNote note={words.note} />}>
      <MapFrame title={words.title} description={t('map-says', { n: dots.length, what: dotsAre })}>
        {sorted.map((dot, rank) => (
          <Dot
            key={dot.key}
            dot={dot}
            rank={rank}
            radius={dot.value === undefined ? 4 : radius(dot.value)}
            title={sorted.length <= mostTitles ? titleOf(dot) : undefined}
          />
        ))}
      </MapFrame>
    </ChartFrame>
  );
}

interface DotProps {
  readonly dot: MapDot;
  readonly radius: number;
  readonly rank: number;
  readonly title: string | undefined;
}

/** On a phone only the two largest keep their names. */
function Dot({ dot, radius, rank, title }: DotProps) {
  const spot = placeOnMap(dot.latitude, dot.longitude);
  if (!spot) return null;
  const across = (spot[0] / mapWidth) * 100;
  const [x, y] = [percent(across), percent((spot[1] / mapHeight) * 100)];
  const side = anchor(across) === 'end' ? 'end' : 'start';
  return (
    <g>
      {title && <title>{title}</title>}
      <circle cx={x} cy={y} r={Math.round(radius * 10) / 10} />
      {dot.labelled && (
        <text
          class={rank > 1 ? 'minor' : undefined}
          x={x}
          y={y}
          dx={side === 'end' ? -radius - 4 : radius + 4}
          dy="4"
          text-anchor={side}
        >
          {dot.name}
        </text>
      )}
    </g>
  );
}

/** Said under every map: whose borders these are. */
export function MapNote({ note }: { note: ChartWords['note'] }) {
  const t = useKitWords();
  return (
    <>
      {note && <>{note} </>}
      {t('border-disclaimer')}
    </>
  );
}
