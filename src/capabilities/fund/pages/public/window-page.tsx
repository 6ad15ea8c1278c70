import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Figures } from '../../../../design/layout.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { FigureSaid, SourceList } from '../../../library/index.ts';
import { localeTag } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import { shareOfCities } from '../../rules/grant.ts';
import type { FundingWindow, WholeFund } from '../../store/fund.ts';
import { AmountText } from './amount-text.tsx';
import type { Call } from '../../store/call-page.ts';
import { CallPage } from './call-page.tsx';
import { CommitmentsTable } from './commitments-table.tsx';
import { GrantsTable } from './grants-table.tsx';
import { ResultsByUnit } from './results-by-unit.tsx';

interface WindowPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly fund: WholeFund & { readonly window: FundingWindow; readonly call?: Call | undefined };
  readonly now: Date;
}

/** One window of the fund: its terms, its donors, its grants and what came of them. */
export function WindowPage({ language, href, fund, now }: WindowPageProps) {
  const t = words(language);
  if (fund.call)
    return (
      <>
        <Breadcrumb crumbs={[{ href: href('/fund'), label: t('fund') }]} />
        <CallPage {...{ language, href, fund, now }} call={fund.call} />
      </>
    );
  const { window, grants, commitments, partners } = fund;
  const south = shareOfCities(grants, (city) => city.globalSouth);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/fund'), label: t('fund') }]} />
      <PageHead
        kind={t('window')}
        title={window.name[language]}
        lead={window.theme[language]}
        facts={[
          {
            label: t('announced'),
            value: window.announced ? <DateText date={window.announced} /> : t('not-published'),
          },
          { label: t('ceiling'), value: <AmountText amount={window.ceiling} /> },
          {
            label: t('term'),
            value: window.termMonths ? t('months', { n: window.termMonths }) : t('not-published'),
          },
          { label: t('who-may-apply'), value: window.eligibility?.[language] ?? t('not-published') },
          ...(south.whole > 0 ? [{ label: t('global-south'), value: t('share', { ...south }) }] : []),
          ...(partners.length > 0
            ? [
                {
                  label: t('strategic-partners'),
                  value: new Intl.ListFormat(localeTag(language)).format(
                    partners.map(({ name }) => name[language]),
                  ),
                },
              ]
            : []),
        ]}
      />
      {window.remark && <p>{window.remark[language]}</p>}
      <SourceList sources={window.sources} href={href} />
      <section>
        <h2>{t('grants')}</h2>
        {grants.length === 0 ? (
          <EmptyState title={t('no-grants')}>
            {window.expected ? t('expected', { ...window.expected }) : t('no-grants-why')}
          </EmptyState>
        ) : (
          <GrantsTable
            {...{ grants, language, href }}
            csv={href(`/fund/grantees.csv?window=${window.slug}`)}
          />
        )}
      </section>
      {commitments.length > 0 && (
        <section>
          <h2>{t('donor-commitments')}</h2>
          <CommitmentsTable commitments={commitments} href={href} />
        </section>
      )}
      {fund.figures.length > 0 && (
        <section>
          <h2>{t('as-published')}</h2>
          <Figures>
            {fund.figures.map((figure) => (
              <FigureSaid key={figure.slug} figure={figure} href={href} />
            ))}
          </Figures>
        </section>
      )}
      <section>
        <h2>{t('results')}</h2>
        <p>{t('results-lead')}</p>
        <ResultsByUnit results={fund.results} href={href} />
      </section>
    </>
  );
}
