import { OnePage } from '../../../design/one-page.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Table } from '../../../design/table.tsx';
import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { countryName, formatDate } from '../../../platform/languages/format.ts';
import { cityName } from '../../city-registry/index.ts';
import { factLabel } from '../actions/fact-label.ts';
import { words } from '../messages/index.ts';
import type { CountPoint } from '../rules/count-point.ts';
import type { Fact } from '../rules/fact.ts';
import { factName } from '../rules/fact-name.ts';
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
  return (
    <OnePage>
      <PageHead
        kind={countryName(language, city.country)}
        title={<bdi>{cityName(language, city)}</bdi>}
        lead={t('profile-as-at', { date: formatDate(language, today) })}
      />
      <PopulationChart language={language} counts={counts} bare />
      <Table
        caption={t('city-says')}
        captionHidden
        rows={facts}
        rowKey={({ kind, item }) => factName(kind, item)}
        empty={<EmptyState title={t('no-record-then')}>{t('no-record-then-why')}</EmptyState>}
        columns={[
          {
            key: 'what',
            title: t('what'),
            rowHeader: true,
            cell: ({ kind, item, value }) => factLabel(language, kind, item, value),
          },
          {
            key: 'says',
            title: t('says'),
            cell: ({ kind, value }) => <ValueView language={language} kind={kind} value={value} />,
          },
          { key: 'source', title: t('source'), cell: (fact) => <OriginView visit={visit} fact={fact} /> },
        ]}
      />
    </OnePage>
  );
}

function OriginView({ visit: { language }, fact }: { visit: Visit; fact: Fact }) {
  const t = words(language);
  const said = t('said-on', { date: formatDate(language, dayInUtc(fact.confirmedAt)) });
  return (
    <Line
      parts={[
        fact.source && <span dir="auto">{fact.source}</span>,
        fact.asOf ? t('of-day', { date: formatDate(language, fact.asOf) }) : said,
      ]}
    />
  );
}
