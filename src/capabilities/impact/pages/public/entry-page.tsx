import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { type Fact, FactList } from '../../../../design/fact-list.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { EntryPage as Shown } from '../../store/entry-page.ts';
import { partial, sayMeasure } from '../say.ts';
import { Basis } from './entries-table.tsx';
import { EntryEvidence } from './entry-evidence.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryProof } from './entry-proof.tsx';

export interface EntryPageProps {
  readonly page: Shown;
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** One entry of the ledger, down to its proof. */
export function EntryPage({ page, language, href }: EntryPageProps) {
  const t = words(language);
  const { entry } = page;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href('/impact'), label: t('impact') },
          ...page.figures
            .slice(0, 1)
            .map(({ key, title }) => ({ href: href(`/impact/${key}`), label: title[language] })),
        ]}
      />
      <PageHead
        kind={t(`kind.${entry.kind}`)}
        title={<bdi>{entry.subjectName}</bdi>}
        lead={<bdi>{entry.statement}</bdi>}
        stage={<Basis entry={entry} language={language} />}
      />
      {entry.stage === 'imported' && <Notice>{t('imported-entry')}</Notice>}
      {entry.stage === 'withdrawn' && (
        <Notice tone="stopped" title={t('stage.withdrawn')}>
          {t('withdrawn-entry')}
        </Notice>
      )}
      {page.inferred && <Notice title={t('inferred')}>{t('inferred-entry')}</Notice>}
      {page.remark && <p>{page.remark[language]}</p>}
      <FactList stacked facts={facts({ page, language, href })} />
      <EntryEvidence {...{ page, language }} />
      <EntryHistory {...{ page, language }} />
      <EntryProof {...{ page, language, href }} />
    </>
  );
}

function facts({ page, language, href }: EntryPageProps): Fact[] {
  const t = words(language);
  const { entry } = page;
  const measure = sayMeasure(language, entry);
  const usd =
    entry.usdMinor && sayMeasure(language, { ...entry, amountMinor: entry.usdMinor, currency: 'USD' });
  const name = <bdi>{entry.subjectName}</bdi>;
  return [
    {
      label: t('subject'),
      value: entry.cityId ? (
        <>
          <a href={href(`/cities/${entry.cityId}`)}>{name}</a>{' '}
          {entry.country && countryName(language, entry.country)}
        </>
      ) : (
        name
      ),
    },
    { label: t('date'), value: <DateText date={partial(entry.day, entry.precision)} /> },
    ...(entry.precision === 'day'
      ? []
      : [{ label: t('counts-from'), value: <DateText date={entry.countedOn} /> }]),
    ...(measure ? [{ label: t(entry.count === null ? 'amount' : 'count'), value: measure }] : []),
    ...(usd ? [{ label: t('usd-as-stated'), value: `${usd} (${entry.usdSource})` }] : []),
    { label: t('objective'), value: t(`objective.${entry.objective}`) },
    ...(page.figures.length > 0
      ? [
          {
            label: t('counts-in'),
            value: page.figures.map(({ key, title }, index) => (
              <>
                {index > 0 && ' · '}
                <a href={href(`/impact/${key}`)}>{title[language]}</a>
              </>
            )),
          },
        ]
      : []),
  ];
}
