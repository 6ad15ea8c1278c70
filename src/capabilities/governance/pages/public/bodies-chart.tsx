import { type Lane, LanesChart, yearsOf } from '../../../../design/charts/lanes-chart.tsx';
import { type CalendarDate, calendarDate, yearOf } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatPartialDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { spansOf } from '../../rules/spans.ts';
import type { ShownBody } from '../../store/bodies.ts';

interface BodiesChartProps {
  readonly language: Language;
  readonly bodies: readonly ShownBody[];
  readonly today: CalendarDate;
}

/** Since when each body has been there, as far as it is known. */
export function BodiesChart({ bodies, language, today }: BodiesChartProps) {
  const t = words(language);
  const dated = bodies.filter((body) => body.tenure.from);
  const first = Math.min(...dated.map((body) => yearOf(body.tenure.from?.date ?? today)), yearOf(today));
  const lanes: Lane[] = dated.map((body) => ({
    key: body.id,
    label: body.name[language],
    spans: spansOf(body.tenure, calendarDate(`${first}-01-01`), today).map((span) => ({
      from: yearsOf(span.from),
      to: yearsOf(span.to),
      look: span.look,
    })),
  }));
  const say = (date: ShownBody['tenure']['from']) => (date ? formatPartialDate(language, date) : '–');
  return (
    <LanesChart
      title={t('bodies-chart', { n: dated.length, year: first })}
      source={t('sources-on-pages')}
      lanes={lanes}
      years={[first, yearOf(today)]}
      legend={{ known: t('legend-known'), soft: t('legend-soft') }}
      numbers={{
        head: [t('body'), t('since'), t('until')],
        rows: dated.map((body) => [body.name[language], say(body.tenure.from), say(body.tenure.to)]),
      }}
    />
  );
}
