import { type Lane, LanesChart, yearsOf } from '../../../../design/charts/lanes-chart.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { type CalendarDate, yearOf } from '../../../../kernel/calendar-date.ts';
import { formatPartialDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Edition, Forum } from '../../rules/forum.ts';

/** When each forum met, one lane each; what lies ahead is hollow. */
export function ForumsChart({ forums, today }: { forums: readonly Forum[]; today: CalendarDate }) {
  const language = useLanguage();
  const t = words(language);
  const dated = forums.flatMap((forum) => forum.editions.filter((edition) => edition.from));
  const years = dated.map((edition) => yearOf(edition.from?.date ?? today));
  const [first, last] = [Math.min(...years, yearOf(today)), Math.max(...years, yearOf(today))];
  const lanes: Lane[] = forums.map((forum) => ({
    key: forum.id,
    label: [forum.acronym, forum.name[language]].filter(Boolean).join(' · '),
    spans: [],
    moments: forum.editions.flatMap((edition) => momentOf(edition, language, today)),
  }));
  return (
    <LanesChart
      title={t('chart-title', { editions: dated.length, forums: forums.length, year: first })}
      measure={t('chart-measure')}
      source={t('sources-on-pages')}
      lanes={lanes}
      years={[first, last]}
      today={yearsOf(today)}
      legend={{ moment: t('legend-meeting') }}
      numbers={{
        head: [t('meeting'), t('when')],
        rows: dated.map((edition) => [
          edition.name[language],
          edition.from ? formatPartialDate(language, edition.from) : '–',
        ]),
      }}
    />
  );
}

function momentOf(edition: Edition, language: 'en' | 'fr' | 'es' | 'pt' | 'ar', today: CalendarDate) {
  const { from } = edition;
  if (!from) return [];
  // A year alone is drawn in its middle, a month in its own.
  const at = yearsOf(from.date) + (from.precision === 'year' ? 0.5 : from.precision === 'month' ? 1 / 24 : 0);
  return [{ at, title: edition.name[language], ahead: from.date > today }];
}
