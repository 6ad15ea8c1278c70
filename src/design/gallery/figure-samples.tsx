import { calendarDate } from '../../kernel/calendar-date.ts';
import { formatNumber } from '../../platform/languages/format.ts';
import { AsAtPicker } from '../as-at-picker.tsx';
import { FigureCard } from '../figure-card.tsx';
import { useLanguage } from '../language-context.ts';
import { Figures } from '../layout.tsx';
import { useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

export function FigureSamples() {
  const t = useSamples();
  const language = useLanguage();
  const asAt = calendarDate('2026-09-30');
  const links = { definitionHref: '#definition', evidenceHref: '#evidence' };
  return (
    <SampleGroup id="figures" title={t('figures')}>
      <AsAtPicker action="#figures" asAt={asAt} min={calendarDate('2018-12-08')} keep={{ sort: 'name' }} />
      <FigureCard
        headline
        label={t('cities-engaged')}
        value={formatNumber(language, 1248)}
        unit={t('cities-unit')}
        asAt={asAt}
        change={{ direction: 'up', text: t('more-than-last-year', { n: 112 }) }}
        spark={[310, 420, 500, 640, 900, 1136, 1248]}
        {...links}
      />
      <Figures>
        <FigureCard
          label={t('money-unlocked')}
          value="USD 4,250,000"
          asAt={asAt}
          published={{
            value: 'USD 5,000,000',
            date: calendarDate('2026-03-01'),
            source: t('annual-report'),
            href: '#report',
            difference: t('difference-explained'),
          }}
          {...links}
        />
        <FigureCard
          label={t('people-reached')}
          value={formatNumber(language, 87)}
          unit={t('people-unit')}
          asAt={asAt}
          change={{ direction: 'down', text: t('fewer-than-last-year', { n: 3 }) }}
          spark={[90, 88, 92, 87]}
          {...links}
        />
        <FigureCard
          label={t('positions')}
          value={formatNumber(language, 0)}
          asAt={asAt}
          change={{ direction: 'same', text: t('same-as-last-year') }}
          {...links}
        />
        <FigureCard label={t('long-word')} value={undefined} asAt={asAt} {...links} />
      </Figures>
    </SampleGroup>
  );
}
