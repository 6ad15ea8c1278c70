import { type Lane, LanesChart, yearsOf } from '../../../../design/charts/lanes-chart.tsx';
import {
  type CalendarDate,
  calendarDate,
  type PartialDate,
  yearOf,
} from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatPartialDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { lapsesOn } from '../../rules/seat.ts';
import { spansOf } from '../../rules/spans.ts';
import type { ShownSeat } from '../../store/bodies.ts';
import { holderText } from './seat-holder.tsx';

interface SeatsChartProps {
  readonly seats: readonly ShownSeat[];
  readonly asAt: CalendarDate;
  readonly termMonths: number | null;
  readonly language: Language;
  readonly title: string;
}

/** Every seat of a body over the years: what is stated, what is likely, and beside it the mayor's own term. */
export function SeatsChart({ seats, asAt, termMonths, language, title }: SeatsChartProps) {
  const t = words(language);
  const starts = seats.flatMap(({ tenure }) => (tenure.from ? [yearOf(tenure.from.date)] : []));
  const first = Math.min(...starts, yearOf(asAt));
  const origin = calendarDate(`${first}-01-01`);
  const lanes: Lane[] = seats.map((seat) => ({
    key: seat.id,
    label: holderText(language, seat),
    spans: [
      ...spansOf(seat.tenure, origin, asAt, lapsesOn(seat.tenure, termMonths)).map(drawn),
      ...seat.terms.flatMap((term) =>
        spansOf(term, origin, asAt)
          .filter((span) => span.look === 'known')
          .map((span) => ({ ...drawn(span), look: 'beside' as const })),
      ),
    ].map((span) => ({ ...span, from: Math.max(span.from, first) })),
  }));
  const say = (date: PartialDate | null) => (date ? formatPartialDate(language, date) : '–');
  const hasTerms = seats.some(({ terms }) => terms.length > 0);
  return (
    <LanesChart
      title={title}
      measure={t('seats-measure')}
      note={t('lapse-says', { n: termMonths ?? 24 })}
      source={<a href="#seats">{t('sources-in-table')}</a>}
      lanes={lanes}
      years={[first, yearOf(asAt)]}
      today={yearsOf(asAt)}
      legend={{
        known: t('legend-known'),
        soft: t('legend-soft'),
        ...(hasTerms ? { beside: t('legend-term') } : {}),
      }}
      numbers={{
        head: [t('holder'), t('since'), t('until'), t('last-listed-head')],
        rows: seats.map((seat) => [
          holderText(language, seat),
          say(seat.tenure.from),
          say(seat.tenure.to),
          say(seat.tenure.lastListed),
        ]),
      }}
    />
  );
}

function drawn(span: { readonly from: string; readonly to: string; readonly look: 'known' | 'soft' }) {
  return { from: yearsOf(span.from), to: yearsOf(span.to), look: span.look };
}
