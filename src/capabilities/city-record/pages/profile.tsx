import { Columns } from '../../../design/layout.tsx';
import { FactList } from '../../../design/fact-list.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { countryName, formatDate } from '../../../platform/languages/format.ts';
import { cityName } from '../../city-registry/index.ts';
import { factLabel } from '../actions/fact-label.ts';
import { words } from '../messages/index.ts';
import type { CountPoint } from '../rules/count-point.ts';
import type { Fact } from '../rules/fact.ts';
import { groups, kindOf } from '../rules/fact-kinds.ts';
import { factsOf } from '../store/facts.ts';
import type { CityNamed } from '../store/public-facts.ts';
import { listCounts } from '../store/series.ts';
import { atCity, baseOf, speaksAsCity } from './place.ts';
import { PopulationChart } from './population-chart.tsx';
import { dayAsked } from './record.tsx';
import { Line, ValueView } from './value-view.tsx';

/** All that the reader may see, on one page for print. */
export async function showProfile(visit: Visit): Promise<Response> {
  const day = dayAsked(visit);
  const { city, facts, counts } = await atCity(visit, async (tx, { id }) => ({
    facts: await factsOf(tx, id, { day }),
    counts: await listCounts(tx, id, { own: speaksAsCity(visit, id), day }),
  }));
  const today = day ?? dayInUtc(visit.world.now());
  return visit.show({
    title: `${cityName(visit.language, city)}: ${words(visit.language)('profile')}`,
    body: (
      <>
        <ProfileView {...{ visit, city, facts, counts, today }} />
        <p class="next-step">
          <a href={visit.href(baseOf(visit, city.id))}>{words(visit.language)('record')}</a>
        </p>
      </>
    ),
  });
}

interface ProfileProps {
  readonly visit: Visit;
  readonly city: CityNamed;
  readonly facts: readonly Fact[];
  readonly counts: readonly CountPoint[];
  readonly today: CalendarDate;
}

export function ProfileView({ visit, city, facts, counts, today }: ProfileProps) {
  const { language } = visit;
  const t = words(language);
  const told = groups.filter((group) => facts.some(({ kind }) => kindOf(kind).group === group));
  return (
    <>
      <PageHead
        kind={countryName(language, city.country)}
        title={<bdi>{cityName(language, city)}</bdi>}
        lead={t('profile-as-at', { date: formatDate(language, today) })}
      />
      <PopulationChart language={language} counts={counts} bare />
      <Columns>
        {told.map((group) => (
          <section key={group}>
            <h2>{t(`group.${group}`)}</h2>
            <FactList
              stacked
              facts={facts
                .filter(({ kind }) => kindOf(kind).group === group)
                .map((fact) => ({
                  label: factLabel(language, fact.kind, fact.item, fact.value),
                  value: <ProfileFact visit={visit} fact={fact} />,
                }))}
            />
          </section>
        ))}
      </Columns>
    </>
  );
}

function ProfileFact({ visit: { language }, fact }: { visit: Visit; fact: Fact }) {
  const t = words(language);
  return (
    <>
      <ValueView language={language} kind={fact.kind} value={fact.value} />
      <Line
        parts={[
          fact.asOf && t('of-day', { date: formatDate(language, fact.asOf) }),
          fact.source && <span dir="auto">{fact.source}</span>,
          t('said-on', { date: formatDate(language, dayInUtc(fact.confirmedAt)) }),
        ]}
      />
    </>
  );
}
