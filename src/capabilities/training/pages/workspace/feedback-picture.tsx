import { BarChart } from '../../../../design/charts/bar-chart.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { type FeedbackTold, smallestGroup, willUse } from '../../rules/feedback.ts';

interface FeedbackPictureProps {
  readonly language: Language;
  readonly told: FeedbackTold;
  /** How many were asked, where that is known. */
  readonly asked: number | undefined;
}

/** How many answered and what they said, once there are enough that nobody can be made out. */
export function FeedbackPicture({ language, told, asked }: FeedbackPictureProps) {
  const t = words(language);
  const counted = told.useful.reduce((sum, n) => sum + n, 0);
  const source =
    asked === undefined
      ? t('n-answered', { n: told.answered })
      : t('n-of-m-answered', { n: told.answered, all: asked });
  return (
    <section id="feedback">
      <h2>{t('feedback-told')}</h2>
      {counted === 0 ? (
        <p class="quiet">{t('feedback-too-few', { n: told.answered, least: smallestGroup })}</p>
      ) : (
        <>
          <BarChart
            title={t('finding-useful', { n: (told.useful[3] ?? 0) + (told.useful[4] ?? 0), all: counted })}
            measure={t('how-useful')}
            source={source}
            note={t('feedback-groups', { least: smallestGroup })}
            rowsAre={t('answer')}
            series={[t('people')]}
            rows={([5, 4, 3, 2, 1] as const).map((n) => ({
              key: String(n),
              label: t(`useful.n${n}`),
              values: [told.useful[n - 1] ?? 0],
            }))}
          />
          <BarChart
            title={t('finding-use', { n: told.willUse[0] ?? 0, all: counted })}
            measure={t('will-you-use')}
            source={source}
            rowsAre={t('answer')}
            series={[t('people')]}
            rows={willUse.map((value, index) => ({
              key: value,
              label: t(`will-use.${value}`),
              values: [told.willUse[index] ?? 0],
            }))}
          />
          {told.suggestions.length > 0 && (
            <>
              <h3>{t('suggestions')}</h3>
              <ul class="evidence">
                {told.suggestions.map((text) => (
                  <li key={text}>
                    <bdi>{text}</bdi>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}
