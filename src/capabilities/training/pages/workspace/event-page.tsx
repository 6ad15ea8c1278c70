import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { ErrorSummary } from '../../../../design/form/error-summary.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState } from '../../../../platform/forms/form.ts';
import type { City } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import type { TrainingEvent } from '../../rules/event.ts';
import type { FeedbackTold } from '../../rules/feedback.ts';
import type { EventAccess } from '../../store/events.ts';
import type { Registration } from '../../store/registrations.ts';
import { ButtonForm } from '../button-form.tsx';
import { eventFacts } from '../event-facts.tsx';
import { RoomTag } from '../event-list.tsx';
import type { Frame } from '../frame.ts';
import { Said } from '../said.tsx';
import { FeedbackPicture } from './feedback-picture.tsx';
import { ParticipantsTable } from './participants-table.tsx';

interface EventPageProps extends Frame {
  readonly event: TrainingEvent;
  readonly registrations: readonly Registration[];
  readonly cities: ReadonlyMap<string, City>;
  readonly access: EventAccess | undefined;
  readonly feedback: FeedbackTold;
  readonly form: FormState;
  readonly sent: 'act' | 'cancel' | undefined;
  readonly now: Date;
}

/** An event on its planner's table: how full, who comes, and what to do next. */
export function EventPage(props: EventPageProps) {
  const { language, href, event, registrations, access, feedback, form, sent } = props;
  const t = words(language);
  const base = `/workspace/training/events/${event.id}`;
  const waiting = registrations.filter(({ stage }) => stage === 'waiting').length;
  const came = registrations.filter(({ attendedAt }) => attendedAt).length;
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/training'), label: t('training') }]} />
      <PageHead
        kind={t('event')}
        title={<Said of={event.title} language={language} source={event.sourceLanguage} />}
        stage={
          event.stage === 'draft' ? t('event-stage.draft') : <RoomTag language={language} event={event} />
        }
        facts={[
          ...eventFacts(language, event),
          { label: t('places'), value: `${event.placesTaken}/${event.capacity}` },
          { label: t('participant-stage.waiting'), value: waiting },
          { label: t('came'), value: came },
          { label: t('session-code'), value: <bdi dir="ltr">{access?.code}</bdi> },
        ]}
        next={<NextSteps {...props} base={base} />}
      />
      {sent === 'act' && <ErrorSummary problems={form.problems} formId="f" />}
      {event.cancelledWhy && (
        <Notice tone="stopped" title={t('event-stage.cancelled')}>
          {event.cancelledWhy}
        </Notice>
      )}
      <section>
        <h2>{t('participants')}</h2>
        <ParticipantsTable
          {...props}
          base={base}
          empty={<EmptyState title={t('no-participants')}>{t('no-participants-why')}</EmptyState>}
        />
      </section>
      {event.stage === 'held' && <FeedbackPicture language={language} told={feedback} asked={came} />}
      {event.stage === 'open' && (
        <section>
          <h2>{t('cancel-event')}</h2>
          <Form
            action={href(`${base}/cancellation`)}
            id="cancel"
            problems={sent === 'cancel' ? form.problems : []}
            answers={sent === 'cancel' ? form.answers : {}}
            idempotencyKey={form.idempotencyKey}
            aside
          >
            <TextareaField name="why" label={t('why-cancel')} hint={t('why-cancel-hint')} rows={2} />
            <SubmitButton look="danger">
              {t('cancel-and-tell', { n: event.placesTaken + waiting })}
            </SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}

function NextSteps({ language, href, event, form, now, base }: EventPageProps & { readonly base: string }) {
  const t = words(language);
  const begun = event.startsAt <= now;
  return (
    <>
      {event.stage === 'draft' && (
        <ButtonForm action={href(`${base}/opening`)} idempotencyKey={form.idempotencyKey} look="main">
          {t('open-registration')}
        </ButtonForm>
      )}
      {(event.stage === 'open' || event.stage === 'held') && begun && (
        <ButtonLink look="main" href={href(`${base}/attendance`)}>
          {t('mark-attendance')}
        </ButtonLink>
      )}
      {event.stage === 'open' && begun && (
        <ButtonForm action={href(`${base}/closing`)} idempotencyKey={form.idempotencyKey}>
          {t('close-event')}
        </ButtonForm>
      )}
      {(event.stage === 'draft' || event.stage === 'open') && !begun && (
        <ButtonLink href={href(`${base}/plan`)}>{t('change-plan')}</ButtonLink>
      )}
      {event.stage !== 'draft' && (
        <ButtonLink href={href(`/training/events/${event.id}`)}>{t('public-page')}</ButtonLink>
      )}
    </>
  );
}
