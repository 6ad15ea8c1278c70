import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { words } from '../../messages/index.ts';
import { highestScore } from '../../rules/scoring.ts';
import type { ReviewPageProps } from './review-page.tsx';

/** While a round is discussed: say something, or change one's own score with a reason. */
export function DiscussionForms({ visit, seen, form: formOf }: ReviewPageProps) {
  const { language } = visit;
  const { own, round, window } = seen;
  const t = words(language);
  if (round.state !== 'discussing') return null;
  const [remark, score] = [formOf('remark'), formOf('score')];
  const path = visit.href(`/portal/reviews/${own.id}`);
  return (
    <>
      <Form
        action={`${path}/remarks`}
        id="remark"
        aside
        problems={remark.problems}
        answers={remark.answers}
        idempotencyKey={remark.idempotencyKey}
      >
        <TextareaField name="text" label={t('say')} rows={3} />
        <SubmitButton look="plain">{t('add-remark')}</SubmitButton>
      </Form>
      <section>
        <h2>{t('change-score')}</h2>
        <Form
          action={`${path}/score-changes`}
          id="change"
          aside
          problems={score.problems}
          answers={score.answers}
          idempotencyKey={score.idempotencyKey}
        >
          <SelectField
            name="criterion"
            label={t('criterion')}
            choices={window.criteria.map(({ key, text }) => ({ value: key, label: text[language] }))}
          />
          <SelectField
            name="score"
            label={t('score')}
            none={t('cannot-judge')}
            optional
            choices={Array.from({ length: highestScore + 1 }, (_, n) => ({
              value: String(n),
              label: t('score-n', { n }),
            }))}
          />
          <TextareaField name="why" label={t('why-change')} rows={2} />
          <SubmitButton look="plain">{t('change-score')}</SubmitButton>
        </Form>
      </section>
    </>
  );
}
