import { InstantText } from '../../../../design/date-text.tsx';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import type { ClaimPage } from '../../store/claim-page.ts';
import { sayCapacity } from '../say.ts';
import type { ClaimPageProps } from './claim-page.tsx';

/** Who did what, newest first, and every decision with its leaf of the log. */
export function ClaimTrail({ visit, page, acts }: Pick<ClaimPageProps, 'visit' | 'page' | 'acts'>) {
  const { language } = visit;
  const t = words(language);
  return (
    <>
      <section>
        <h2>{t('decisions')}</h2>
        {page.decisions.length === 0 ? (
          <p class="quiet">{t('none-yet')}</p>
        ) : (
          <ul>
            {page.decisions.map((decision) => (
              <li key={decision.id}>
                {t(`outcome.${decision.outcome}`)} · {changeName(page, decision.changeId, t)}
                {sayCapacity(language, decision.as)} · <InstantText at={new Date(decision.at)} />
                {decision.reason && <p>{decision.reason}</p>}
                {decision.leafIndex !== null && (
                  <>
                    {' '}
                    <a href={`/log/proof/${decision.leafIndex}`}>{t('leaf-n', { n: decision.leafIndex })}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{t('trail')}</h2>
        <ul>
          {acts.map((act) => (
            <li key={act.id}>
              <InstantText at={act.at} /> · <bdi>{act.actorName}</bdi> ·{' '}
              {explain(language, {
                key: `impact:act.${act.kind.replace('impact.', '')}`,
                values: { reason: String(act.details['reason'] ?? ''), n: Number(act.details['n'] ?? 0) },
              })}
            </li>
          ))}
        </ul>
        {acts.length === 0 && <p class="quiet">{t('came-with-edition')}</p>}
      </section>
    </>
  );
}

function changeName(page: ClaimPage, changeId: string | null, t: ReturnType<typeof words>): string {
  const change = page.changes.find(({ id }) => id === changeId);
  return change ? `${t(`change.${change.kind}`)} · ` : '';
}
