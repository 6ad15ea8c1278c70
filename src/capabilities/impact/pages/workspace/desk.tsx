import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { decidableKinds, whyNotPropose } from '../../permissions.ts';
import { listMine, listWaiting } from '../../store/claim-list.ts';
import { ClaimsTable } from './claims-table.tsx';

const atMost = 50;

/** What waits for me, and what of mine waits for others. */
export async function showDesk(visit: Visit): Promise<Response> {
  const { world, actor, language } = visit;
  const t = words(language);
  const href = (path: string) => visit.href(path);
  const me = actor.personId ?? '';
  const { waiting, mine } = await reading(world, actor, async (tx) => ({
    waiting: await listWaiting(tx, me, decidableKinds(actor), language, atMost),
    mine: await listMine(tx, me, language, atMost),
  }));
  return visit.show({
    title: t('ledger'),
    body: (
      <>
        <PageHead
          title={t('ledger')}
          lead={t('ledger-lead')}
          next={
            whyNotPropose(actor) === undefined && (
              <ButtonLink look="main" href={href('/workspace/impact/claims/new')}>
                {t('propose-a-claim')}
              </ButtonLink>
            )
          }
        />
        <p>
          <a href={href('/workspace/impact/claims')}>{t('all-claims')}</a> ·{' '}
          <a href={href('/impact')}>{t('public-page')}</a>
        </p>
        <section>
          <h2>{t('waits-for-you')}</h2>
          <ClaimsTable
            caption={t('waits-for-you')}
            rows={waiting}
            {...{ language, href }}
            empty={<EmptyState title={t('nothing-waits')}>{t('nothing-waits-why')}</EmptyState>}
          />
        </section>
        <section>
          <h2>{t('yours-wait')}</h2>
          <ClaimsTable
            caption={t('yours-wait')}
            rows={mine}
            {...{ language, href }}
            empty={<EmptyState title={t('none-of-yours')}>{t('none-of-yours-why')}</EmptyState>}
          />
        </section>
      </>
    ),
  });
}
