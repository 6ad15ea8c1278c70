import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate, languageName } from '../../../../platform/languages/format.ts';
import { AnswersShown } from '../../../application-forms/index.ts';
import { BesideTranslation } from '../../../translation/index.ts';
import { words } from '../../messages/index.ts';
import { DeliberationView } from '../deliberation.tsx';
import { DiscussionForms } from './discussion-forms.tsx';
import type { Part, SeenReview } from './review.tsx';
import { ScoreForm } from './score-form.tsx';
import { SteppingForm } from './stepping-form.tsx';

export interface ReviewPageProps {
  readonly visit: Visit;
  readonly seen: SeenReview;
  readonly form: (part: Part, answers?: FormState['answers']) => FormState;
}

/** An application as its reviewer reads it, with the score sheet; once filed, with what the others wrote. */
export function ReviewPage(props: ReviewPageProps) {
  const { visit, seen } = props;
  const { own, round, window, submitted, asked, city, texts, deliberation } = seen;
  const { language } = visit;
  const t = words(language);
  const hidden = new Set(round.hiddenQuestions);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/portal/reviews'), label: t('my-reviews') }]} />
      <PageHead
        kind={`${window.name[language]} · ${t(`stage.${round.stage}`)}`}
        title={city ? <bdi>{city}</bdi> : t('your-review')}
        facts={[
          { label: t('due'), value: formatDate(language, round.dueOn) },
          { label: t('state'), value: t(`mine.${own.state}`) },
          ...(submitted
            ? [{ label: t('languages'), value: languageName(language, submitted.language) }]
            : []),
        ]}
      />
      {visit.query('saved') && (
        <Notice live>
          <p>{t('draft-saved')}</p>
        </Notice>
      )}
      <section>
        <h2>{t('answers')}</h2>
        {hidden.size > 0 && <p class="quiet">{t('hidden-n', { n: hidden.size })}</p>}
      </section>
      {submitted && asked && (
        <AnswersShown
          form={asked}
          answers={submitted.answers}
          language={submitted.language}
          terms={window}
          // A city's own question would name it.
          isSeen={({ key, kind }) => !hidden.has(key) && !(round.hidesCity && kind === 'city')}
          after={({ key }) => {
            const text = texts.find((one) => one.key === key);
            return text ? (
              <details>
                <summary>{t('translation')}</summary>
                <BesideTranslation language={language} text={text} />
              </details>
            ) : null;
          }}
        />
      )}
      {own.state === 'assigned' && (
        <>
          <ScoreForm {...props} />
          <SteppingForm {...props} />
          <p class="quiet">{t('others-later')}</p>
        </>
      )}
      {deliberation && (
        <>
          <DeliberationView language={language} window={window} {...deliberation} />
          <DiscussionForms {...props} />
        </>
      )}
    </>
  );
}
