import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import { whyNotReview } from '../../permissions.ts';
import type { TextPageProps } from './text-page.tsx';

/** What waits for a second reader; and why the reader of this page may not be it. */
export function ReviewForm({ visit, text, review }: TextPageProps) {
  const { language, actor } = visit;
  const t = words(language);
  const waiting = text.paragraphs.flatMap(({ rendering }, index) =>
    rendering && !rendering.reviewedAt ? [{ rendering, n: index + 1 }] : [],
  );
  if (waiting.length === 0) return null;
  const mine = waiting.filter(({ rendering }) => !whyNotReview(actor, rendering));
  const why = waiting.map(({ rendering }) => whyNotReview(actor, rendering)).find(Boolean);
  return (
    <section>
      <h2>{t('second-reading')}</h2>
      <p>{t('second-reading-lead')}</p>
      {mine.length === 0 && why && <p>{explain(language, why)}</p>}
      {mine.length > 0 && (
        <Form
          action={visit.href(`/workspace/translation/texts/${text.id}/reviews`)}
          id="review"
          aside
          problems={review.problems}
          answers={review.answers}
          idempotencyKey={review.idempotencyKey}
        >
          <CheckboxesField
            name="right"
            label={t('these-are-right')}
            choices={mine.map(({ rendering, n }) => ({
              value: rendering.id,
              label: t('paragraph-n', { n }),
              hint: rendering.text.length > 120 ? `${rendering.text.slice(0, 120)}…` : rendering.text,
            }))}
          />
          <SubmitButton>{t('review')}</SubmitButton>
        </Form>
      )}
    </section>
  );
}
