import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { ErrorSummary } from '../../../design/form/error-summary.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Tag, type Tone } from '../../../design/tag.tsx';
import { type FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import type { RegistrationStage, TrainingEvent } from '../rules/event.ts';
import type { HeldCertificate } from '../store/certificates.ts';
import type { Registration } from '../store/registrations.ts';
import { ButtonForm } from './button-form.tsx';
import { CertificateOffer } from './certificate-offer.tsx';
import { eventFacts } from './event-facts.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import type { Frame } from './frame.ts';
import { Said } from './said.tsx';

export interface RegistrationPageProps extends Frame {
  readonly base: string;
  readonly byLink: boolean;
  readonly registration: Registration;
  readonly event: TrainingEvent;
  readonly certificate: HeldCertificate | undefined;
  readonly joinAddress: string | null;
  /** How many wait before them. */
  readonly before: number;
  readonly form: FormState;
  readonly sent: 'confirmation' | 'cancellation' | 'code' | 'feedback' | undefined;
  readonly now: Date;
}

const tones: Record<RegistrationStage, Tone> = {
  asked: 'signal',
  registered: 'done',
  waiting: 'waiting',
  cancelled: 'stopped',
};

/** One person's registration for one event, at every stage of both. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { language, href, base, byLink, registration, event, certificate, before, form, sent, now } = props;
  const t = words(language);
  const { stage } = registration;
  const isAhead = event.stage === 'open' && event.startsAt > now;
  return (
    <>
      {!byLink && <Breadcrumb crumbs={[{ href: href('/portal/training'), label: t('my-training') }]} />}
      <PageHead
        kind={t('your-registration')}
        title={<Said of={event.title} language={language} source={event.sourceLanguage} />}
        stage={<Tag tone={tones[stage]}>{t(`registration-stage.${stage}`)}</Tag>}
        facts={eventFacts(language, event, registration.timeZone)}
      />
      {(sent === 'confirmation' || sent === 'cancellation') && (
        <ErrorSummary problems={form.problems} formId="f" />
      )}
      {event.stage === 'cancelled' && (
        <Notice tone="stopped" title={t('event-stage.cancelled')}>
          {event.cancelledWhy ?? ''}
        </Notice>
      )}
      {isAhead && (stage === 'asked' || stage === 'cancelled') && byLink && (
        <>
          <p>{t(stage === 'asked' ? 'confirm-lead' : 'cancelled-lead', { name: registration.name })}</p>
          <ButtonForm action={href(`${base}/confirmation`)} idempotencyKey={form.idempotencyKey} look="main">
            {t(event.placesTaken < event.capacity ? 'confirm-place' : 'join-waiting-list')}
          </ButtonForm>
        </>
      )}
      {stage === 'waiting' && isAhead && <Notice tone="signal">{t('waiting-lead', { n: before })}</Notice>}
      {stage === 'registered' && isAhead && <HowToJoin {...props} />}
      {(stage === 'registered' || stage === 'waiting') && isAhead && (
        <section>
          <h2>{t('cannot-come')}</h2>
          <p>{t('cannot-come-lead')}</p>
          <ButtonForm
            action={href(`${base}/cancellation`)}
            idempotencyKey={form.idempotencyKey}
            look="danger"
          >
            {t('give-up-place')}
          </ButtonForm>
        </section>
      )}
      {stage === 'registered' && <Attendance {...props} />}
      {certificate && <CertificateOffer {...{ language, href, base, certificate, form }} />}
      {registration.attendedAt &&
        event.stage === 'held' &&
        (registration.feedbackAt ? (
          <p class="quiet">{t('feedback-thanks')}</p>
        ) : (
          <FeedbackForm language={language} action={href(`${base}/feedback`)} form={form} />
        ))}
    </>
  );
}

function HowToJoin({ language, href, base, event, joinAddress }: RegistrationPageProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('how-to-join')}</h2>
      <p>
        {joinAddress ? (
          <a href={joinAddress} rel="noopener noreferrer">
            <bdi dir="ltr">{joinAddress}</bdi>
          </a>
        ) : (
          <bdi>{event.place}</bdi>
        )}
      </p>
      <p>
        <a href={href(`${base}/invite.ics`)}>{t('add-to-calendar')}</a>
      </p>
    </section>
  );
}

/** From a quarter of an hour before to an hour after, the session's code says that somebody is there. */
function Attendance({ language, href, base, registration, event, form, sent, now }: RegistrationPageProps) {
  const t = words(language);
  if (registration.attendedAt) return <Notice tone="done">{t('you-were-there')}</Notice>;
  const open =
    now.getTime() >= event.startsAt.getTime() - 900_000 &&
    now.getTime() <= event.endsAt.getTime() + 3_600_000;
  if (!open || event.stage === 'cancelled') return null;
  return (
    <section>
      <h2>{t('are-you-there')}</h2>
      <Form
        action={href(`${base}/attendance`)}
        id="code"
        problems={sent === 'code' ? form.problems : []}
        answers={sent === 'code' ? form.answers : {}}
        idempotencyKey={form.idempotencyKey}
      >
        <TextField name="code" label={t('session-code')} hint={t('session-code-hint')} size="short" />
        <SubmitButton>{t('i-am-there')}</SubmitButton>
      </Form>
    </section>
  );
}
