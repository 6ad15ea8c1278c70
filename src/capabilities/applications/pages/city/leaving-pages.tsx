import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import { words } from '../../messages/index.ts';
import type { Door } from './door.ts';

interface LeavingProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly open: OpenApplication;
  readonly form: FormState;
}

/** Back to a draft while the stage is open, or out of the window for good. */
export function WithdrawalPage({ visit, door, open, form }: LeavingProps) {
  const t = words(visit.language);
  const sent = open.part.status === 'committed';
  const ways = [
    ...(sent && open.stageIsOpen
      ? [{ value: 'take-back', label: t('take-back'), hint: t('take-back-hint') }]
      : []),
    { value: 'withdraw', label: t('withdraw-it'), hint: t('withdraw-hint') },
  ];
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[visit.language] }]} />
      <PageHead title={sent ? t('take-back-or-withdraw') : t('withdraw-it')} lead={t('nothing-is-lost')} />
      <Form
        action={visit.href(`${door.base}/withdrawal`)}
        idempotencyKey={form.idempotencyKey}
        problems={form.problems}
        answers={form.answers}
      >
        <RadiosField name="how" label={t('what-to-do')} choices={ways} />
        <TextareaField name="why" label={t('why')} optional />
        <SubmitButton look="danger">{t('do-it')}</SubmitButton>
      </Form>
    </>
  );
}

/** What keeps the city from being in time, for the fund to read. */
export function ExtensionPage({ visit, door, open, form }: LeavingProps) {
  const t = words(visit.language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[visit.language] }]} />
      <PageHead title={t('ask-more-time')} lead={t('ask-more-time-lead')} />
      <Form
        action={visit.href(`${door.base}/extension`)}
        idempotencyKey={form.idempotencyKey}
        problems={form.problems}
        answers={form.answers}
      >
        <TextareaField name="reason" label={t('what-keeps-you')} hint={t('what-keeps-you-hint')} />
        <SubmitButton>{t('send-to-fund')}</SubmitButton>
      </Form>
    </>
  );
}
