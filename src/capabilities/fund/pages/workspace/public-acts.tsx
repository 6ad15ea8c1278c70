import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { words } from '../../messages/index.ts';
import { clocksFor, OnClocks } from '../public/stage-times.tsx';
import type { KeptWindowPageProps } from './kept-window-page.tsx';
import { LocalFields } from './local-fields.tsx';
import { pathOf } from './step.tsx';

/** What can be proposed now: opening; or moving deadlines and closing early. Another person approves each. */
export function PublicActs(props: KeptWindowPageProps) {
  const { language, href, window, missing, changes, now } = props;
  const t = words(language);
  const waits = (kind: string) => changes.some((one) => one.decision === null && one.kind === kind);
  if (window.state === 'closed') return null;
  if (window.state === 'preparing') {
    const lacks = [...missing.values()].flat().length;
    return (
      <section>
        <h2>{t('propose-open')}</h2>
        {lacks > 0 ? (
          <Notice>{t('something-missing', { n: lacks })}</Notice>
        ) : waits('open') ? (
          <p>{t('same-is-waiting')}</p>
        ) : (
          <ActForm {...props} kind="opening" />
        )}
      </section>
    );
  }
  const clocks = clocksFor(language, window.timeZone);
  return (
    <>
      <section>
        <h2>{t('deadlines')}</h2>
        <ul class="tasks">
          {window.stages.map((stage) => (
            <li key={stage.key}>
              <div>
                {t(`stage.${stage.key}`)}: {t('closes')}{' '}
                <OnClocks {...{ language, clocks }} at={stage.closesAt} />
              </div>
              {stage.closesAt > now && (
                <p>
                  <a href={href(pathOf(window.id, `/deadlines/${stage.key}`))}>{t('move-deadline')}</a>
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('propose-close')}</h2>
        {waits('close') ? <p>{t('same-is-waiting')}</p> : <ActForm {...props} kind="closing" />}
      </section>
    </>
  );
}

function ActForm({
  language,
  href,
  window,
  form,
  sent,
  kind,
}: KeptWindowPageProps & { readonly kind: 'opening' | 'closing' }) {
  const t = words(language);
  const mine = sent === kind;
  return (
    <Form
      id={kind}
      action={href(pathOf(window.id, `/${kind}`))}
      problems={mine ? form.problems : []}
      answers={mine ? form.answers : {}}
      idempotencyKey={`${form.idempotencyKey}-${kind.slice(0, 1)}`}
      aside={!mine}
    >
      <p>{t(`${kind}-lead`)}</p>
      <LocalFields
        name="reason"
        label={t('why-so')}
        hint={t('public-reason-hint')}
        maxLength={500}
        needed="en"
      />
      <SubmitButton look={kind === 'closing' ? 'danger' : 'main'}>{t(`propose-${kind}`)}</SubmitButton>
    </Form>
  );
}
