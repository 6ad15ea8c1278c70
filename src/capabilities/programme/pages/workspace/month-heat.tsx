import { ChartFrame } from '../../../../design/charts/chart-frame.tsx';
import { Drawing, percent } from '../../../../design/charts/drawing.tsx';
import { addDays, type CalendarDate } from '../../../../kernel/calendar-date.ts';
import { directionOf, type Language } from '../../../../kernel/language.ts';
import { localeTag } from '../../../../platform/languages/catalogue.ts';
import { formatDate, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { firstDay, lastDay, type Month } from '../../rules/budget.ts';

interface MonthHeatProps {
  readonly language: Language;
  readonly month: Month;
  readonly days: readonly { readonly day: CalendarDate; readonly asks: number; readonly cities: number }[];
}

const rowHeight = 44;
const headHeight = 22;

export function monthInWords(language: Language, month: Month): string {
  return new Intl.DateTimeFormat(localeTag(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** A month as a calendar, Monday first: the darker a day, the more was asked of cities on it. */
export function MonthHeat({ language, month, days }: MonthHeatProps) {
  const t = words(language);
  const first = firstDay(month);
  const count = Number(lastDay(month).slice(8));
  const asked = new Map(days.map((one) => [one.day, one]));
  const most = Math.max(...days.map(({ asks }) => asks), 0);
  const total = days.reduce((sum, { asks }) => sum + asks, 0);
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks = Math.ceil((before + count) / 7);
  const busiest = days.toSorted((a, b) => b.asks - a.asks)[0];
  // Days run as the reader reads: the seven columns are turned, for the drawing itself always runs left to right.
  const column = (at: number) => (directionOf(language) === 'rtl' ? 6 - at : at) * (100 / 7);
  const weekday = new Intl.DateTimeFormat(localeTag(language), { weekday: 'short', timeZone: 'UTC' });
  const title = busiest
    ? t('heat-finding', { n: total, day: formatDate(language, busiest.day), most: busiest.asks })
    : t('heat-nothing');
  return (
    <ChartFrame
      title={title}
      measure={t('heat-measure')}
      source={t('our-records')}
      empty={total === 0}
      numbers={{
        head: [t('day'), t('asks'), t('cities')],
        rows: days.map(({ day, asks, cities }) => [
          formatDate(language, day),
          formatNumber(language, asks),
          formatNumber(language, cities),
        ]),
      }}
    >
      <Drawing title={title} description={t('heat-measure')} height={headHeight + weeks * rowHeight}>
        {Array.from({ length: 7 }, (_, at) => (
          <text key={at} x={percent(column(at) + 100 / 14)} y="14" text-anchor="middle">
            {weekday.format(new Date(Date.UTC(2024, 0, 1 + at)))}
          </text>
        ))}
        {Array.from({ length: count }, (_, index) => {
          const day = addDays(first, index);
          const at = before + index;
          const x = column(at % 7);
          const y = headHeight + Math.floor(at / 7) * rowHeight;
          const asks = asked.get(day)?.asks ?? 0;
          return (
            <g key={day}>
              <rect
                class={asks === 0 ? 'grid-line' : 'f1'}
                x={percent(x + 0.3)}
                y={y}
                width={percent(100 / 7 - 0.6)}
                height={rowHeight - 4}
                rx="3"
                fill={asks === 0 ? 'none' : undefined}
                fill-opacity={asks === 0 ? 1 : 0.15 + (0.35 * asks) / most}
                stroke-width="1"
              />
              <text x={percent(x + 1)} y={y + 15}>
                {index + 1}
              </text>
              {asks > 0 && (
                <text class="node" x={percent(x + 100 / 14)} y={y + 31} text-anchor="middle">
                  {formatNumber(language, asks)}
                </text>
              )}
            </g>
          );
        })}
      </Drawing>
    </ChartFrame>
  );
}
