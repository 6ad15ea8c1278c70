import { ChartFrame, type ChartWords } from '../charts/chart-frame.tsx';
import { type NumberFormat, plainNumbers } from '../charts/drawing.tsx';
import { useKitWords, useLanguage } from '../language-context.ts';
import { MapNote } from './dot-map.tsx';
import { MapFrame } from './map-frame.tsx';
import { regionOutline } from './outline.ts';

interface RegionMapProps extends ChartWords {
  readonly regions: readonly {
    readonly key: string;
    readonly name: string;
    /** Null where nothing is known: drawn like the rest of the land. */
    readonly value: number | null;
    /** ISO 3166 numeric codes of its countries, three digits. */
    readonly countries: ReadonlySet<string>;
  }[];
  readonly valueIs: string;
  readonly format?: NumberFormat | undefined;
}

const shades = 4;

/** Regions in four shades of one colour, darker for more. For shares and rates; amounts are better as dots. */
export function RegionMap({ regions, valueIs, format, ...words }: RegionMapProps) {
  const t = useKitWords();
  const language = useLanguage();
  const say = format ?? plainNumbers(language);
  const most = Math.max(...regions.map((region) => region.value ?? 0), 0);
  const shadeOf = (value: number | null) =>
    value === null || most === 0 ? 0 : Math.max(1, Math.ceil((value / most) * shades));
  const named = new Set(regions.flatMap((region) => [...region.countries]));
  const numbers = {
    head: [t('region'), valueIs],
    rows: regions.map((region) => [region.name, region.value === null ? '–' : say(region.value)]),
  };
  return (
    <ChartFrame {...words} numbers={numbers} note={<MapNote note={words.note} />}>
      <MapFrame
        title={words.title}
        description={t('regions-say', { n: shades })}
        shapes={
          <>
            <path d={regionOutline(named, 'rest')} />
            {regions.map((region) => (
              <path
                key={region.key}
                class={`shade${shadeOf(region.value)}`}
                d={regionOutline(region.countries)}
              >
                <title>{`${region.name}: ${region.value === null ? '–' : say(region.value)}`}</title>
              </path>
            ))}
          </>
        }
      />
      <ul class="legend">
        {Array.from({ length: shades }, (_, index) => (
          <li key={index}>
            <svg width="14" height="14" aria-hidden="true">
              <rect class={`shade${index + 1}`} width="14" height="14" />
            </svg>
            {`≤ ${say(Math.round((most * (index + 1)) / shades))}`}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
