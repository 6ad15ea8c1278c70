import { PageHead } from '../../../../design/page-head.tsx';
import { citiesOf } from '../../../../kernel/actor.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { get, type Route, type Visit } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { cityName, listCitiesByIds } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { citySpeakers } from '../../permissions.ts';
import { routesUnder } from '../shared-routes.ts';

const speakers = holders(...citySpeakers);

export const routes: readonly Route[] = [
  get('/portal/record', speakers, showOwnRecords),
  ...routesUnder('/portal', speakers, speakers),
];

/** Straight to the record of the reader's city; a choice for those who act for several. */
async function showOwnRecords(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const ids = citiesOf(actor, ...citySpeakers);
  if (ids.length === 1) return visit.redirect(`/portal/cities/${ids[0]}/record`);
  const cities = await reading(world, actor, (tx) => listCitiesByIds(tx, ids));
  const t = words(language);
  return visit.show({
    title: t('record'),
    body: (
      <>
        <PageHead title={t('record')} lead={t('record-lead')} />
        <section>
          <h2>{t('your-cities')}</h2>
          <ul>
            {cities.map((city) => (
              <li key={city.id}>
                <a href={visit.href(`/portal/cities/${city.id}/record`)}>{cityName(language, city)}</a>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  });
}
