import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Exchange } from '../store/exchanges.ts';
import type { Session } from '../store/sessions.ts';
import type { Frame, NamedCities } from './desk.ts';
import { SessionTag } from './exchange-parts.tsx';
import { PlanFields } from './plan-fields.tsx';
import { RecordForm } from './record-form.tsx';

interface NewSessionProps extends Frame {
  readonly exchange: Exchange;
  readonly cities: NamedCities;
  readonly zone: string;
  readonly form: FormState;
}

function Crumbs({ language, href, base, exchange, cities }: Omit<NewSessionProps, 'zone' | 'form'>) {
  const t = words(language);
  const label = new Intl.ListFormat(language).format(exchange.cityIds.map(cities.name));
  return (
    <Breadcrumb
      crumbs={[
        { href: href(base), label: t('exchange') },
        { href: href(`${base}/exchanges/${exchange.id}`), label },
      ]}
    />
  );
}

export function NewSessionPage({ form, zone, ...props }: NewSessionProps) {
  const { language, href, base, exchange } = props;
  const t = words(language);
  return (
    <>
      <Crumbs {...props} />
      <PageHead title={t('plan-session')} lead={t('plan-session-lead')} />
      <Form
        action={href(`${base}/exchanges/${exchange.id}/sessions`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <PlanFields language={language} zone={zone} />
        <SubmitButton>{t('send-invitations')}</SubmitButton>
      </Form>
    </>
  );
}

export interface SessionPageProps extends NewSessionProps {
  readonly session: Session;
  readonly came: readonly string[];
  readonly sent: 'move' | 'cancel' | 'record' | undefined;
  readonly stored: Readonly<Record<string, string>>;
  readonly mayMeet: boolean;
  readonly now: Date;
}

export function SessionPage(props: SessionPageProps) {
  const { language, href, base, session, came, cities, zone, form, sent, stored, mayMeet, now } = props;
  const t = words(language);
  const path = `${base}/sessions/${session.id}`;
  const isPlanned = session.stage === 'planned' && mayMeet;
  const formOf = (name: typeof sent) => (sent === name ? form : { ...form, problems: [], answers: {} });
  return (
    <>
      <Crumbs {...props} />
      <PageHead
        kind={t('session')}
        title={formatInstant(language, session.startsAt, zone)}
        stage={<SessionTag language={language} stage={session.stage} />}
        lead={<span dir="auto">{session.agenda}</span>}
        facts={[
          { label: t('place'), value: <bdi>{session.place}</bdi> },
          { label: 'UTC', value: formatInstant(language, session.startsAt) },
        ]}
      />
      {session.cancelledWhy && <Notice>{t('session-cancelled', { why: session.cancelledWhy })}</Notice>}
      {session.notes && (
        <section>
          <h2>{t('notes')}</h2>
          <p dir="auto">{session.notes}</p>
          <p>{t('who-came', { cities: new Intl.ListFormat(language).format(came.map(cities.name)) })}</p>
        </section>
      )}
      {isPlanned && session.startsAt <= now && <RecordForm {...props} form={formOf('record')} />}
      {isPlanned && (
        <section>
          <h2>{t('move-session')}</h2>
          <Form
            id="move"
            aside={sent !== 'move'}
            action={href(`${path}/move`)}
            problems={formOf('move').problems}
            answers={formOf('move').answers}
            idempotencyKey={`${form.idempotencyKey}-move`}
            version={formOf('move').stale?.version ?? session.version}
          >
            <PlanFields language={language} zone={zone} stored={stored} />
            <SubmitButton look="plain">{t('send-change')}</SubmitButton>
          </Form>
        </section>
      )}
      {isPlanned && (
        <section>
          <h2>{t('cancel-session')}</h2>
          <Form
            id="cancel"
            aside={sent !== 'cancel'}
            action={href(`${path}/cancellation`)}
            problems={formOf('cancel').problems}
            answers={formOf('cancel').answers}
            idempotencyKey={`${form.idempotencyKey}-cancel`}
            version={session.version}
          >
            <TextareaField name="why" label={t('why')} hint={t('cancel-hint')} rows={2} maxLength={600} />
            <SubmitButton look="danger">{t('cancel-session')}</SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}
