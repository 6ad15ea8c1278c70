import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { refuseIf } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName } from '../../../city-registry/index.ts';
import { openToCity } from '../../actions/open-to-city.ts';
import { words } from '../../messages/index.ts';
import { isOfCity } from '../../permissions.ts';
import { because } from '../../../../kernel/refusal.ts';
import { idIn, todayIn } from '../frame.ts';
import { ClosedOffers, OpenOffers } from '../offers.tsx';

/** What is open to the reader's city, with the reasons; what is not, and what would change that. */
export async function showOffers(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const cityId = idIn(visit, 'city');
  refuseIf(isOfCity(actor, cityId) ? undefined : because('platform:not-found'), 404);
  const today = todayIn(visit);
  const found = await reading(world, actor, (tx) => openToCity(tx, cityId, today));
  const frame = { language, who: 'you' as const, today, href: visit.href };
  const base = `/portal/cities/${cityId}`;
  return visit.show({
    title: t('open-to-you'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/portal'), label: t('portal') }]} />
        <PageHead
          title={t('open-to-you')}
          kind={cityName(language, found.city)}
          lead={t('open-to-you-lead')}
          next={<a href={visit.href(`${base}/asked`)}>{t('see-asked')}</a>}
        />
        {found.facts.needs.length === 0 && <p>{t('no-needs-said')}</p>}
        {found.open.length === 0 ? (
          <EmptyState title={t('nothing-open')}>{t('nothing-open-why')}</EmptyState>
        ) : (
          <OpenOffers
            {...frame}
            offers={found.open}
            pathOf={({ invitation, activity }) =>
              invitation ? `${base}/invitations/${invitation.id}` : activity.path
            }
          />
        )}
        {found.closed.length > 0 && (
          <section>
            <h2>{t('not-open', { n: found.closed.length })}</h2>
            <ClosedOffers language={language} who="you" offers={found.closed} />
          </section>
        )}
      </>
    ),
  });
}
