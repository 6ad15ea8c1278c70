import { DateText } from '../../../../design/date-text.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { FigureView } from '../../rules/figure-view.ts';
import { partial, sayPublished, sayValue } from '../say.ts';
import { sayDifference } from './say-difference.ts';

/** Every published number beside what the ledger gives for the very same day, and why they differ. */
export function PublishedTable({ figure, language }: { figure: FigureView; language: Language }) {
  const t = words(language);
  if (figure.published.length === 0) return null;
  return (
    <section>
      <h2>{t('published-beside')}</h2>
      {figure.difference && <p>{figure.difference[language]}</p>}
      <Table
        caption={t('published-beside')}
        captionHidden
        rows={figure.published.toReversed()}
        rowKey={(said) => `${said.day} ${said.value} ${said.source}`}
        columns={[
          {
            key: 'published',
            title: t('published-value'),
            rowHeader: true,
            cell: (said) => sayPublished(language, said),
          },
          {
            key: 'date',
            title: t('date'),
            cell: (said) => <DateText date={partial(said.day, said.precision)} />,
          },
          {
            key: 'source',
            title: t('source'),
            cell: (said) => (
              <>
                {said.address ? <a href={said.address}>{said.source}</a> : said.source}
                {said.wording && (
                  <>
                    {' '}
                    <q lang="en" dir="ltr">
                      {said.wording}
                    </q>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'computed',
            title: t('computed-then'),
            figure: true,
            cell: (said) => sayValue(language, said.computedThen, said.currency ?? ''),
          },
          { key: 'why', title: t('difference'), cell: (said) => sayDifference(language, said) },
        ]}
      />
    </section>
  );
}
