import { readImpactPage } from '../../../capabilities/impact/index.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { get, type Route, type Visit } from '../../../platform/http/route.ts';
import { anyone } from '../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { HomePage } from './home-page.tsx';

/** On the map; a page for slow links draws no more. */
const mostCities = 80;

export const homeRoutes: readonly Route[] = [get('/', anyone, showHome)];

async function showHome(visit: Visit): Promise<Response> {
  const t = words(visit.language);
  const today = dayInUtc(visit.world.now());
  const impact = await readImpactPage(visit.world.publicDb, {
    asAt: today,
    today,
    language: visit.language,
    cities: mostCities,
  });
  return visit.show({
    title: t('home.title'),
    description: t('home.lead'),
    body: <HomePage visit={visit} impact={impact} asAt={today} />,
    cacheSeconds: 60,
  });
}
