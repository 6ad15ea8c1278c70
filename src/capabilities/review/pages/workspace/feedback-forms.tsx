import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import { whyNotSendFeedback } from '../../permissions.ts';
import { FeedbackShown } from '../feedback-shown.tsx';
import type { ApplicationPageProps } from './application-page.tsx';

/** What the city is told: drafted from what reviewers wrote for it, read by another person, sent. */
export function FeedbackForms(props: ApplicationPageProps & { readonly path: string }) {
  const { visit, window, feedback, deliberation, path } = props;
  const { language, actor } = visit;
  const t = words(language);
  if (feedback?.state === 'sent')
    return (
      <section id="feedback">
        <h2>{t('feedback')}</h2>
        <p>
          {t('was-sent')} · {feedback.sentAt && <InstantText at={feedback.sentAt} />}
        </p>
        <FeedbackShown language={language} window={window} feedback={feedback} />
      </section>
    );
  const told = deliberation.reviews.flatMap(({ toCity }) => (toCity ? [toCity] : []));
  const saved = feedback
    ? {
        summary: feedback.summary,
        nextSteps: feedback.nextSteps,
        ...Object.fromEntries(
          Object.entries(feedback.byCriterion).flatMap(([key, { strong, weak }]) => [
            [`strong-${key}`, strong],
            [`weak-${key}`, weak],
          ]),
        ),
      }
    : { summary: told.join('\n\n') };
  const form = props.form('feedback', saved);
  const sending = props.form('sending');
  const whyNot = feedback && whyNotSendFeedback(actor, feedback);
  return (
    <section id="feedback">
      <h2>{t('feedback')}</h2>
      <p>{t('feedback-lead')}</p>
      {form.stale && (
        <StaleTexts
          current={form.stale.current}
          answers={form.answers}
          labels={{ summary: t('summary'), nextSteps: t('next-steps') }}
        />
      )}
      <Form
        action={`${path}/feedback`}
        id="fb"
        aside
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? feedback?.version ?? 0}
      >
        <TextareaField name="summary" label={t('summary')} />
        {window.criteria.map(({ key, text }) => (
          <fieldset key={key}>
            <legend>{text[language]}</legend>
            <TextareaField name={`strong-${key}`} label={t('strong')} rows={2} optional />
            <TextareaField name={`weak-${key}`} label={t('weak')} rows={2} optional />
          </fieldset>
        ))}
        <TextareaField name="nextSteps" label={t('next-steps')} rows={3} optional />
        <SubmitButton look="plain">{t('save-feedback')}</SubmitButton>
      </Form>
      {whyNot && <Notice>{explain(language, whyNot)}</Notice>}
      {feedback && !whyNot && (
        <Form
          action={`${path}/feedback/sending`}
          id="send"
          aside
          problems={sending.problems}
          answers={sending.answers}
          idempotencyKey={sending.idempotencyKey}
          version={feedback.version}
        >
          <FeedbackShown language={language} window={window} feedback={feedback} />
          <p>{t('send-lead')}</p>
          <SubmitButton>{t('send-feedback')}</SubmitButton>
        </Form>
      )}
    </section>
  );
}
