import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import type { Screening } from '../../store/screenings.ts';
import type { ScreenedCityPageProps } from './screened-city-page.tsx';
import { pathOf } from './step.tsx';

/** What staff found of the city so far, the newest first; an override that waits carries the second person's buttons. */
export function ScreeningHistory(props: ScreenedCityPageProps) {
  const { language, screenings } = props;
  const t = words(language);
  if (screenings.length === 0) return null;
  return (
    <section>
      <h2>{t('staff-say')}</h2>
      {screenings.map((screening) => (
        <Notice
          key={screening.id}
          tone={screening.decision === null ? 'signal' : 'neutral'}
          title={`${t(`verdict.${screening.outcome}`)}${screening.isOverride ? ` (${t('against-the-rules')})` : ''}`}
        >
          {screening.reason && <p>{screening.reason}</p>}
          <p class="quiet">
            <bdi>{screening.proposedByName}</bdi>, <InstantText at={screening.proposedAt} />
          </p>
          {screening.decision === null ? (
            <Agreement {...props} screening={screening} />
          ) : (
            screening.isOverride && (
              <p class="quiet">
                {t(screening.decision === 'stands' ? 'second-agreed' : 'second-refused')}{' '}
                <bdi>{screening.decidedByName}</bdi>
              </p>
            )
          )}
        </Notice>
      ))}
    </section>
  );
}

function Agreement(props: ScreenedCityPageProps & { readonly screening: Screening }) {
  const { language, href, window, city, screening, mayAgree, newKey } = props;
  const t = words(language);
  const whyNot = mayAgree(screening);
  const path = (end: string) =>
    href(pathOf(window.id, `/cities/${city.id}/screenings/${screening.id}/${end}`));
  return (
    <>
      {whyNot ? (
        <p>{explain(language, whyNot)}</p>
      ) : (
        <Form id="agree" action={path('agreement')} idempotencyKey={newKey()} aside>
          <SubmitButton>{t('agree-to-override')}</SubmitButton>
        </Form>
      )}
      {props.mayScreen && (
        <Form id="refuse" action={path('refusal')} idempotencyKey={newKey()} aside>
          <SubmitButton look="plain">{t('refuse-override')}</SubmitButton>
        </Form>
      )}
    </>
  );
}
