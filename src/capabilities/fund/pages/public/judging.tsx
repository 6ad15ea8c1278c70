import { Prose } from '../../../../design/layout.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { KeptWindow } from '../../rules/prepared-window.ts';
import { weightPercent } from '../../rules/window.ts';

/** How applications are judged: what each must show, and what counts for how much. */
export function Judging({ language, window }: { language: Language; window: KeptWindow }) {
  const t = words(language);
  const { criteria } = window;
  const critical = criteria.filter(({ kind }) => kind === 'critical');
  const additional = criteria.filter(({ kind }) => kind === 'additional');
  return (
    <section>
      <h2>{t('how-it-is-judged')}</h2>
      <p>
        {window.wording.judging[language]}{' '}
        {window.reviewersWanted !== null && t('n-reviewers', { n: window.reviewersWanted })}
      </p>
      {critical.length > 0 && (
        <>
          <h3>{t('critical-criteria')}</h3>
          <Prose>
            <ul>
              {critical.map(({ key, text }) => (
                <li key={key}>{text[language]}</li>
              ))}
            </ul>
          </Prose>
        </>
      )}
      {additional.length > 0 && (
        <Table
          caption={t('additional-criteria')}
          rows={additional.toSorted((a, b) => b.weight - a.weight)}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'criterion',
              title: t('criterion'),
              rowHeader: true,
              cell: ({ text }) => text[language],
            },
            {
              key: 'weight',
              title: t('weight'),
              figure: true,
              cell: (criterion) =>
                formatNumber(language, weightPercent(criteria, criterion) / 100, { style: 'percent' }),
            },
          ]}
        />
      )}
    </section>
  );
}
