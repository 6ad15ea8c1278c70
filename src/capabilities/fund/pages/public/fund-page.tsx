import { PageHead } from '../../../../design/page-head.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { localeTag } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import { announcedBy, shareOfCities } from '../../rules/grant.ts';
import { compareWithNamed } from '../../rules/published-and-named.ts';
import type { WholeFund } from '../../store/fund.ts';
import { CommitmentsTable } from './commitments-table.tsx';
import { GranteeCounts } from './grantee-counts.tsx';
import { GranteesMap } from './grantees-map.tsx';
import { MoneyChart } from './money-chart.tsx';
import { ResultsByUnit } from './results-by-unit.tsx';
import { WindowsTable } from './windows-table.tsx';

interface FundPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly fund: WholeFund;
  readonly today: CalendarDate;
}

/** The Global Cities Fund: what it is, who paid, who was paid, and what is known of what came of it. */
export function FundPage({ language, href, fund, today }: FundPageProps) {
  const t = words(language);
  const grants = announcedBy(fund.grants, today);
  const south = shareOfCities(grants, (city) => city.globalSouth);
  const secondary = shareOfCities(grants, (city) => city.secondaryCity);
  return (
    <>
      <PageHead
        title={t('fund')}
        lead={t('fund-lead')}
        facts={[
          { label: t('grants-named'), value: t('n-grants', { n: grants.length, cities: south.whole }) },
          { label: t('global-south'), value: t('share', { ...south }) },
          { label: t('secondary'), value: t('share', { ...secondary }) },
          { label: t('as-at'), value: formatDate(language, today) },
        ]}
        next={
          <ButtonLink look="main" href={href('/fund/grantees')}>
            {t('see-grantees')}
          </ButtonLink>
        }
      />
      <section>
        <GranteesMap grants={grants} href={href} />
      </section>
      <section id="counts">
        <h2>{t('published-and-named')}</h2>
        <p>{t('published-and-named-lead')}</p>
        <GranteeCounts comparisons={compareWithNamed(fund.figures, grants)} href={href} />
      </section>
      <section>
        <h2>{t('windows')}</h2>
        <p>{t('windows-lead')}</p>
        <WindowsTable windows={fund.windows} grants={grants} href={href} />
      </section>
      <section>
        <h2>{t('money-from-donors')}</h2>
        <MoneyChart commitments={fund.commitments} />
        <h3 id="commitments">{t('donor-commitments')}</h3>
        <CommitmentsTable commitments={fund.commitments} href={href} />
      </section>
      <section>
        <h2>{t('results')}</h2>
        <p>{t('results-lead')}</p>
        <ResultsByUnit results={fund.results} href={href} />
      </section>
      {fund.partners.length > 0 && (
        <section>
          <h2>{t('strategic-partners')}</h2>
          <p>
            {new Intl.ListFormat(localeTag(language)).format(
              fund.partners.map((partner) => partner.name[language]),
            )}
          </p>
        </section>
      )}
    </>
  );
}
