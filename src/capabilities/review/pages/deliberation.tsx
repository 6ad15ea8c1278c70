import { InstantText } from '../../../design/date-text.tsx';
import { Table } from '../../../design/table.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { Language } from '../../../kernel/language.ts';
import type { OpenWindow } from '../../fund/index.ts';
import { words } from '../messages/index.ts';
import { missedCritical } from '../rules/scoring.ts';
import { pointsText } from './named.ts';
import type { Deliberation, ShownReview } from './shown-review.ts';

interface DeliberationViewProps extends Deliberation {
  readonly language: Language;
  readonly window: OpenWindow;
}

/** The reviews of an application side by side, criterion by criterion with their reasons, and what was said of them. */
export function DeliberationView({ language, window, reviews, remarks }: DeliberationViewProps) {
  const t = words(language);
  const filed = reviews.filter(({ state }) => state === 'filed');
  return (
    <>
      <section id="reviews">
        <h2>{t('others')}</h2>
        {filed.length === 0 && <p class="quiet">{t('no-reviews-yet')}</p>}
        {filed.map((review) => (
          <ReviewShown key={review.id} language={language} window={window} review={review} />
        ))}
      </section>
      <section id="discussion">
        <h2>{t('discussion')}</h2>
        {remarks.length === 0 && <p class="quiet">{t('no-remarks')}</p>}
        <ul>
          {remarks.map(({ id, byName, text, at }) => (
            <li key={id}>
              <bdi>{byName || t('reviewer')}</bdi> · <InstantText at={at} />
              <p class="as-typed" dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface ReviewShownProps {
  readonly language: Language;
  readonly window: OpenWindow;
  readonly review: ShownReview;
}

function ReviewShown({ language, window, review }: ReviewShownProps) {
  const t = words(language);
  const nameOf = (key: string) => window.criteria.find((one) => one.key === key)?.text[language] ?? key;
  const missed = missedCritical(window.criteria, review.scores);
  return (
    <section>
      <h3>
        <bdi>{review.personName || t('reviewer')}</bdi>
      </h3>
      <p>
        {review.points !== null && t('points-n', { points: pointsText(language, review.points) })}{' '}
        {review.recommendation && <Tag>{t(`recommend.${review.recommendation}`)}</Tag>}
      </p>
      {missed.map((key) => (
        <p key={key}>
          <Tag tone="stopped">{t('missed', { criterion: nameOf(key) })}</Tag>
        </p>
      ))}
      <Table
        caption={t('score')}
        captionHidden
        rows={window.criteria}
        rowKey={({ key }) => key}
        columns={[
          { key: 'criterion', title: t('criterion'), rowHeader: true, cell: ({ text }) => text[language] },
          {
            key: 'score',
            title: t('score'),
            cell: (criterion) => <ScoreText language={language} review={review} criterion={criterion} />,
          },
          {
            key: 'reason',
            title: t('reason'),
            cell: ({ key }) => (
              <span class="as-typed" dir="auto">
                {review.scores.find(({ criterionKey }) => criterionKey === key)?.reason}
              </span>
            ),
          },
        ]}
      />
      {review.toCity && (
        <p class="as-typed" dir="auto">
          <strong>{t('to-city')}:</strong> {review.toCity}
        </p>
      )}
      {review.toCouncil && (
        <p class="as-typed" dir="auto">
          <strong>{t('to-council')}:</strong> {review.toCouncil}
        </p>
      )}
    </section>
  );
}

function ScoreText({
  language,
  review,
  criterion,
}: Omit<ReviewShownProps, 'window'> & { criterion: OpenWindow['criteria'][number] }) {
  const t = words(language);
  const say = (score: number | null) => {
    if (score === null) return t('cannot-judge');
    if (criterion.kind === 'critical') return t(score === 1 ? 'met' : 'not-met');
    return t('score-n', { n: score });
  };
  const now = review.scores.find(({ criterionKey }) => criterionKey === criterion.key);
  const changes = review.changes.filter(({ criterionKey }) => criterionKey === criterion.key);
  return (
    <>
      {now ? say(now.score) : '–'}
      {changes.map(({ was, why, at }) => (
        <span key={at.toISOString()} class="quiet">
          {' '}
          ({t('changed-from', { was: say(was), why })})
        </span>
      ))}
    </>
  );
}
