import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName, formatDate, languageName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import type { OpenToCity } from '../../actions/open-to-city.ts';
import { words } from '../../messages/index.ts';
import { mayBudget, maySayQuietFor } from '../../permissions.ts';
import type { Ask } from '../../store/asks.ts';
import type { Budget, UseOfCity } from '../../store/contact-budget.ts';
import type { Quiet } from '../../store/quiet.ts';
import { AsksOfCity } from '../asks-of-city.tsx';
import { home, listed, topicsListed } from '../frame.ts';
import { ClosedOffers, OpenOffers } from '../offers.tsx';
import { QuietForm } from '../quiet-form.tsx';
import { BudgetForm } from './budget-form.tsx';

interface CityViewProps {
  readonly visit: Visit;
  readonly found: OpenToCity;
  readonly asks: readonly Ask[];
  readonly use: UseOfCity;
  readonly quiet: Quiet | undefined;
  readonly budget: Budget | undefined;
  readonly form: FormState;
  readonly today: CalendarDate;
}

export function CityView({ visit, found, asks, use, quiet, budget, form, today }: CityViewProps) {
  const { language, actor } = visit;
  const t = words(language);
  const { city, facts } = found;
  const path = `${home}/cities/${city.id}`;
  const frame = { language, who: 'staff' as const, today, href: visit.href };
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(home), label: t('programme') }]} />
      <PageHead
        title={cityName(language, city)}
        kind={countryName(language, city.country)}
        facts={[
          { label: t('asked-this-month'), value: t('used-of', { used: use.used, most: use.perMonth }) },
          ...(use.quietUntil
            ? [{ label: t('quiet'), value: t('quiet-tag', { until: formatDate(language, use.quietUntil) }) }]
            : []),
          {
            label: t('needs'),
            value: facts.needs.length > 0 ? topicsListed(language, facts.needs) : t('none-said'),
          },
          {
            label: t('languages'),
            value: listed(
              language,
              facts.languages.map((code) => languageName(language, code)),
            ),
          },
        ]}
        next={<a href={visit.href(`/workspace/cities/${city.id}`)}>{t('city-record')}</a>}
      />
      {found.open.length === 0 ? (
        <EmptyState title={t('nothing-open')}>{t('nothing-open-why')}</EmptyState>
      ) : (
        <OpenOffers
          {...frame}
          offers={found.open}
          pathOf={({ activity }) => `${home}/activities/${activity.id}`}
        />
      )}
      {found.closed.length > 0 && (
        <section>
          <h2>{t('not-open', { n: found.closed.length })}</h2>
          <ClosedOffers language={language} who="staff" offers={found.closed} />
        </section>
      )}
      <section>
        <h2>{t('asked-of-city')}</h2>
        <AsksOfCity {...{ language, asks, today }} href={visit.href} linked={false} />
      </section>
      {maySayQuietFor(actor, city.id) && (
        <section>
          <h2>{t('quiet')}</h2>
          <p>{t('quiet-for-city')}</p>
          <QuietForm {...{ language, form, quiet, today }} action={visit.href(`${path}/quiet`)} />
        </section>
      )}
      {mayBudget(actor) && (
        <section>
          <h2>{t('budget-of-city')}</h2>
          <BudgetForm
            language={language}
            action={visit.href(`${path}/budget`)}
            form={form}
            budget={budget}
            usual={use.perMonth}
          />
        </section>
      )}
    </>
  );
}
