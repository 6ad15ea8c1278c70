import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { OpenWindow } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { agreement } from '../../rules/scoring.ts';
import type { Feedback } from '../../store/feedback.ts';
import type { ReviewedApplication } from '../../store/overview.ts';
import type { Round } from '../../store/rounds.ts';
import { DeliberationView } from '../deliberation.tsx';
import { pointsText } from '../named.ts';
import type { Deliberation } from '../shown-review.ts';
import type { Part } from './application.tsx';
import { FeedbackForms } from './feedback-forms.tsx';

export interface ApplicationPageProps {
  readonly visit: Visit;
  readonly round: Round;
  readonly window: OpenWindow;
  readonly application: ReviewedApplication;
  readonly city: string;
  readonly deliberation: Deliberation;
  readonly feedback: Feedback | undefined;
  readonly form: (part: Part, answers?: FormState['answers']) => FormState;
}

/** One application in its round: who reviews it, what they wrote, the discussion, and what the city is told. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { visit, round, window, application, city, deliberation } = props;
  const { language } = visit;
  const t = words(language);
  const roundPath = `/workspace/reviews/rounds/${round.id}`;
  const path = visit.href(`${roundPath}/applications/${application.id}`);
  const agreed = agreement(application.points);
  const form = props.form('remark');
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/reviews'), label: t('reviews') },
          { href: visit.href(roundPath), label: window.name[language] },
        ]}
      />
      <PageHead
        kind={t(`stage.${round.stage}`)}
        title={<bdi>{city}</bdi>}
        facts={[
          {
            label: t('reviews'),
            value: t('filed-of', { filed: application.filed, assigned: application.assigned }),
          },
          { label: t('mean'), value: agreed ? pointsText(language, agreed.mean) : '–' },
        ]}
        next={
          <ButtonLink href={visit.href(`/workspace/applications/${application.id}`)}>
            {t('answers')}
          </ButtonLink>
        }
      />
      <section>
        <h2>{t('reviewers')}</h2>
        <ul>
          {deliberation.reviews.map((one) => (
            <li key={one.id}>
              <bdi>{one.personName}</bdi>{' '}
              <Tag tone={one.state === 'filed' ? 'done' : 'waiting'}>{t(`mine.${one.state}`)}</Tag>{' '}
              {one.why && <span class="quiet">{one.why}</span>}
              {one.state === 'assigned' && (
                <form method="post" action={`${path}/assignments/${one.id}/taking-back`}>
                  <input type="hidden" name="key" value={visit.world.newId()} />
                  <SubmitButton look="plain">{t('take-back')}</SubmitButton>
                </form>
              )}
            </li>
          ))}
        </ul>
      </section>
      <DeliberationView language={language} window={window} {...deliberation} />
      {round.state === 'discussing' && (
        <Form
          action={`${path}/remarks`}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <TextareaField name="text" label={t('say')} rows={3} />
          <SubmitButton look="plain">{t('add-remark')}</SubmitButton>
        </Form>
      )}
      <FeedbackForms {...props} path={path} />
    </>
  );
}
