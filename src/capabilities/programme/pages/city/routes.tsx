import { PageHead } from '../../../../design/page-head.tsx';
import { citiesOf } from '../../../../kernel/actor.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { cityName, listCitiesByIds } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { citySpeakers } from '../../permissions.ts';
import { sendLifting, sendQuiet, showAsked } from './asked.tsx';
import { sendAnswer, showAnswered, showInvitation } from './invitation.tsx';
import { showOffers } from './offers.tsx';

const speakers = holders(...citySpeakers);
const city = '/portal/cities/:city';

export const routes: readonly Route[] = [
  get('/portal/programme', speakers, showHome),
  get(`${city}/programme`, speakers, showOffers),
  get(`${city}/asked`, speakers, showAsked),
  post(`${city}/quiet`, speakers, sendQuiet),
  post(`${city}/quiet/lifting`, speakers, sendLifting),
  get(`${city}/invitations/:id`, speakers, showInvitation),
  post(`${city}/invitations/:id`, speakers, sendAnswer),
  get(`${city}/invitations/:id/received`, speakers, showAnswered),
];

/** Who speaks for one city goes straight there. */
async function showHome(visit: Visit): Promise<Response> {
  const ids = citiesOf(visit.actor, ...citySpeakers);
  if (ids.length === 1) return visit.redirect(`/portal/cities/${ids[0]}/programme`);
  const cities = await reading(visit.world, visit.actor, (tx) => listCitiesByIds(tx, ids));
  const t = words(visit.language);
  return visit.show({
    title: t('open-to-you'),
    body: (
      <>
        <PageHead title={t('open-to-you')} lead={t('choose-your-city')} />
        <ul>
          {cities.map((one) => (
            <li key={one.id}>
              <a href={visit.href(`/portal/cities/${one.id}/programme`)}>{cityName(visit.language, one)}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}
