import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import type { KeptChange } from '../../store/window-changes.ts';
import { clocksFor, OnClocks } from '../public/stage-times.tsx';
import type { KeptWindowPageProps } from './kept-window-page.tsx';
import { pathOf } from './step.tsx';

interface ChangesProps extends KeptWindowPageProps {
  readonly title: string;
}

/** What was proposed on the window, by whom, and what another person said; those that wait carry the buttons. */
export function Changes(props: ChangesProps) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.changes.map((change) =>
        change.decision === null ? (
          <Notice key={change.id} tone="signal" title={words(props.language)(`proposed.${change.kind}`)}>
            <Said {...props} change={change} />
            <Decision {...props} change={change} />
          </Notice>
        ) : (
          <div key={change.id}>
            <h3>{words(props.language)(`proposed.${change.kind}`)}</h3>
            <Said {...props} change={change} />
          </div>
        ),
      )}
    </section>
  );
}

type OneProps = ChangesProps & { readonly change: KeptChange };

function Said({ language, window, change, href }: OneProps) {
  const t = words(language);
  const clocks = clocksFor(language, window.timeZone);
  return (
    <>
      {change.stage && change.from && change.to && (
        <p>
          {t(`stage.${change.stage}`)}: {t('closes')}{' '}
          <OnClocks {...{ language, clocks }} at={change.from.closesAt} />
          <br />
          {t('then-closes')} <OnClocks {...{ language, clocks }} at={change.to.closesAt} />
        </p>
      )}
      <p>
        {t('why-so')}:{' '}
        <span lang={change.reason[language] ? undefined : 'en'}>
          {change.reason[language] || change.reason.en}
        </span>
      </p>
      <p class="quiet">
        {t('proposed-by')} <bdi>{change.proposedByName}</bdi>, <InstantText at={change.proposedAt} />
      </p>
      {change.decision && change.decidedAt && (
        <p class="quiet">
          <Tag tone={change.decision === 'approved' ? 'done' : 'neutral'}>
            {t(`decision.${change.decision}`)}
          </Tag>{' '}
          <bdi>{change.decidedByName}</bdi>, <InstantText at={change.decidedAt} />
          {change.decidedWhy && `: ${change.decidedWhy}`}
          {change.leafIndex !== null && (
            <>
              {' · '}
              <a href={href(`/log/leaf?leaf=${change.leafIndex}`)}>{t('in-the-log')}</a>
            </>
          )}
        </p>
      )}
    </>
  );
}

function Decision({ language, href, window, change, mayApprove, mayTakeBack, newKey }: OneProps) {
  const t = words(language);
  const path = (end: string) => href(pathOf(window.id, `/changes/${change.id}/${end}`));
  const whyNot = mayApprove(change);
  if (mayTakeBack(change))
    return (
      <>
        <p>{t('another-must-approve')}</p>
        <Form id={`withdraw-${change.id}`} action={path('withdrawal')} idempotencyKey={newKey()} aside>
          <SubmitButton look="plain">{t('take-it-back')}</SubmitButton>
        </Form>
      </>
    );
  if (whyNot) return <p>{explain(language, whyNot)}</p>;
  return (
    <>
      <Form id={`approve-${change.id}`} action={path('approval')} idempotencyKey={newKey()} aside>
        <p>{t(`approving-means.${change.kind}`)}</p>
        <SubmitButton>{t(`approve.${change.kind}`)}</SubmitButton>
      </Form>
      <Form id={`refuse-${change.id}`} action={path('refusal')} idempotencyKey={newKey()} aside>
        <TextField name="why" label={t('why-not')} maxLength={500} />
        <SubmitButton look="plain">{t('refuse-it')}</SubmitButton>
      </Form>
    </>
  );
}
