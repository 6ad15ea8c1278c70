import type { ComponentChildren } from 'preact';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { explain } from '../../../../platform/languages/catalogue.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { whyNotChange, whyNotDecide, whyNotDecideChange, whyNotTakeBack } from '../../permissions.ts';
import type { ChangeRow, ClaimPage } from '../../store/claim-page.ts';
import { sayMeasure } from '../say.ts';
import { decidable } from './decidable.ts';
import { StaleNotice } from './stale-notice.tsx';

/** An act that was sent and refused, with the state of its form. */
export interface RefusedAct {
  readonly act: string;
  readonly state: FormState;
}

interface ClaimActsProps {
  readonly visit: Visit;
  readonly page: ClaimPage;
  readonly form: (act: string) => FormState;
  readonly open: ChangeRow | undefined;
  readonly refused: RefusedAct | undefined;
}

/** What may be done with the claim now, and where not, why. */
export function ClaimActs({ visit, page, form, open, refused }: ClaimActsProps) {
  const { actor, language } = visit;
  const t = words(language);
  const claim = decidable(page);
  const waits = open !== undefined || page.entry.stage === 'proposed';
  const whyNot = open ? whyNotDecideChange(actor, claim) : whyNotDecide(actor, claim);
  const path = visit.href(`/workspace/impact/claims/${page.entry.id}`);
  const shared = { path, version: page.version, visit };
  const mayTakeBack = !open && !whyNotTakeBack(actor, claim);
  const mayChange = (kind: ChangeRow['kind']) => whyNotChange(actor, claim, kind) === undefined;
  const offered = [
    ...(waits && !whyNot ? ['verification', 'refusal'] : []),
    ...(mayTakeBack ? ['taking-back'] : []),
    ...(['confirmation', 'withdrawal'] as const).filter(mayChange),
  ];
  return (
    <section id="acts">
      <h2>{t('what-may-be-done')}</h2>
      {refused && !offered.includes(refused.act) && <NoLonger refused={refused} visit={visit} />}
      {open && <OpenChange change={open} visit={visit} />}
      {waits && whyNot && <Notice>{explain(language, whyNot)}</Notice>}
      {waits && !whyNot && (
        <>
          <ActForm
            {...shared}
            act="verification"
            state={form('verification')}
            verb={t(open ? 'verify-the-change' : 'verify')}
          >
            <p>{t('verify-lead')}</p>
          </ActForm>
          <ActForm {...shared} act="refusal" state={form('refusal')} verb={t('refuse')} look="plain">
            <TextareaField name="reason" label={t('why-refuse')} />
          </ActForm>
        </>
      )}
      {mayTakeBack && (
        <ActForm {...shared} act="taking-back" state={form('taking-back')} verb={t('take-back')} look="plain">
          <p>{t('take-back-lead')}</p>
        </ActForm>
      )}
      {mayChange('correction') && (
        <p>
          <ButtonLink href={`${path}/correction`}>{t('propose-correction')}</ButtonLink>
        </p>
      )}
      {mayChange('confirmation') && (
        <ActForm
          {...shared}
          act="confirmation"
          state={form('confirmation')}
          verb={t('propose-confirmation')}
          look="plain"
        >
          <TextareaField name="reason" label={t('why-confirm')} />
        </ActForm>
      )}
      {mayChange('withdrawal') && (
        <ActForm
          {...shared}
          act="withdrawal"
          state={form('withdrawal')}
          verb={t('propose-withdrawal')}
          look="danger"
        >
          <TextareaField name="reason" label={t('why-withdraw')} />
        </ActForm>
      )}
    </section>
  );
}

/** What was sent can no longer be done, so its form is gone; what was said stays on the page. */
function NoLonger({ refused, visit }: { refused: RefusedAct; visit: Visit }) {
  const { problems, answers } = refused.state;
  return (
    <>
      <Notice tone="stopped" live>
        {problems.map(({ reason }) => (
          <p key={reason.key}>{explain(visit.language, reason)}</p>
        ))}
        {answers['reason'] && <p>{answers['reason']}</p>}
      </Notice>
      <StaleNotice state={refused.state} language={visit.language} />
    </>
  );
}

interface ActFormProps {
  readonly visit: Visit;
  readonly path: string;
  readonly act: string;
  readonly state: FormState;
  readonly version: number;
  readonly verb: string;
  readonly look?: 'main' | 'plain' | 'danger';
  readonly children: ComponentChildren;
}

function ActForm({ visit, path, act, state, version, verb, look = 'main', children }: ActFormProps) {
  return (
    <Form
      id={act}
      action={`${path}/${act}`}
      problems={state.problems}
      answers={state.answers}
      idempotencyKey={state.idempotencyKey}
      version={version}
    >
      <StaleNotice state={state} language={visit.language} />
      {children}
      <SubmitButton look={look}>{verb}</SubmitButton>
    </Form>
  );
}

function OpenChange({ change, visit }: { change: ChangeRow; visit: Visit }) {
  const { language } = visit;
  const t = words(language);
  const { qualifier } = change;
  const measure = qualifier && sayMeasure(language, { ...change, qualifier });
  return (
    <Notice tone="signal" title={t(`waits.${change.kind}`)}>
      <p>{change.reason}</p>
      {change.statement && (
        <p>
          {t('would-say')} {change.day} {measure && <strong>{measure}</strong>} <bdi>{change.statement}</bdi>
        </p>
      )}
    </Notice>
  );
}
