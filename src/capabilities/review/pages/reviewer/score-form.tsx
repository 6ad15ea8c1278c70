import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { type Criterion, weightPercent } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { whyNotScore } from '../../permissions.ts';
import { recommendations } from '../../rules/round.ts';
import { highestScore } from '../../rules/scoring.ts';
import type { ReviewPageProps } from './review-page.tsx';

/** Score and reason for each criterion; saved as one goes, filed when whole. */
export function ScoreForm({ visit, seen, form: formOf }: ReviewPageProps) {
  const { language, actor } = visit;
  const { own, round, window, scores } = seen;
  const t = words(language);
  const whyNot = whyNotScore(actor, own, round);
  if (whyNot) return <Notice>{explain(language, whyNot)}</Notice>;
  const form = formOf('review', {
    recommendation: own.recommendation ?? undefined,
    toCity: own.toCity,
    toCouncil: own.toCouncil,
    ...Object.fromEntries(
      scores.flatMap(({ criterionKey, score, reason }) => [
        [`score-${criterionKey}`, score === null ? 'none' : String(score)],
        [`reason-${criterionKey}`, reason],
      ]),
    ),
  });
  const labels = Object.fromEntries([
    ...window.criteria.map(({ key, text }) => [`reason-${key}`, text[language]]),
    ['toCity', t('to-city')],
    ['toCouncil', t('to-council')],
  ]);
  return (
    <section id="score">
      <h2>{t('your-review')}</h2>
      {form.stale && <StaleTexts current={form.stale.current} answers={form.answers} labels={labels} />}
      <Form
        action={visit.href(`/portal/reviews/${own.id}`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? own.version}
      >
        {window.criteria.map((criterion) => (
          <CriterionFields
            key={criterion.key}
            language={language}
            criterion={criterion}
            percent={weightPercent(window.criteria, criterion)}
          />
        ))}
        <RadiosField
          name="recommendation"
          label={t('recommendation')}
          choices={recommendations.map((value) => ({ value, label: t(`recommend.${value}`) }))}
        />
        <TextareaField name="toCity" label={t('to-city')} hint={t('to-city-hint')} />
        <TextareaField name="toCouncil" label={t('to-council')} rows={3} optional />
        <p>{t('file-lead')}</p>
        <SubmitButton look="plain" name="do" value="save">
          {t('save-draft')}
        </SubmitButton>{' '}
        <SubmitButton name="do" value="file">
          {t('file')}
        </SubmitButton>
      </Form>
    </section>
  );
}

interface CriterionFieldsProps {
  readonly language: Language;
  readonly criterion: Criterion;
  readonly percent: number;
}

function CriterionFields({ language, criterion, percent }: CriterionFieldsProps) {
  const t = words(language);
  const { key, kind, text } = criterion;
  const scale =
    kind === 'critical'
      ? [
          { value: '1', label: t('met') },
          { value: '0', label: t('not-met') },
        ]
      : Array.from({ length: highestScore + 1 }, (_, score) => ({
          value: String(score),
          label: t('score-n', { n: score }),
        }));
  return (
    <>
      <RadiosField
        name={`score-${key}`}
        label={text[language]}
        hint={kind === 'critical' ? t('critical') : t('weight', { n: percent })}
        choices={[...scale, { value: 'none', label: t('cannot-judge') }]}
      />
      <TextareaField name={`reason-${key}`} label={t('reason')} rows={3} />
    </>
  );
}
