import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate, formatNumber } from '../../../../platform/languages/format.ts';
import type { OpenWindow } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { nextState, recommendations } from '../../rules/round.ts';
import { agreement } from '../../rules/scoring.ts';
import type { Feedback } from '../../store/feedback.ts';
import type { ReviewedApplication } from '../../store/overview.ts';
import type { Round } from '../../store/rounds.ts';
import { pointsText } from '../named.ts';
import { roundTone } from './round-tone.ts';

export interface RoundPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly round: Round;
  readonly window: OpenWindow;
  readonly applications: readonly ReviewedApplication[];
  readonly names: ReadonlyMap<string, string>;
  readonly feedback: readonly Feedback[];
}

/** A round: how far it is, its applications in the order of their means, and its next move. */
export function RoundPage({ visit, form, round, window, applications, names, feedback }: RoundPageProps) {
  const { language } = visit;
  const t = words(language);
  const path = `/workspace/reviews/rounds/${round.id}`;
  const filed = applications.reduce((sum, one) => sum + one.filed, 0);
  const assigned = applications.reduce((sum, one) => sum + one.assigned, 0);
  const sent = feedback.filter(({ state }) => state === 'sent').length;
  const ranked = applications.toSorted(
    (a, b) => (agreement(b.points)?.mean ?? -1) - (agreement(a.points)?.mean ?? -1),
  );
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/reviews'), label: t('reviews') }]} />
      <PageHead
        kind={t(`stage.${round.stage}`)}
        title={window.name[language]}
        stage={<Tag tone={roundTone(round.state)}>{t(`state.${round.state}`)}</Tag>}
        facts={[
          { label: t('applications'), value: formatNumber(language, applications.length) },
          { label: t('reviews'), value: t('filed-of', { filed, assigned }) },
          { label: t('due'), value: formatDate(language, round.dueOn) },
          { label: t('feedback'), value: t('feedback-n', { sent, all: applications.length }) },
        ]}
        next={
          <>
            {(round.state === 'assigning' || round.state === 'scoring') && (
              <ButtonLink look="main" href={visit.href(`${path}/assignment`)}>
                {t('assign')}
              </ButtonLink>
            )}{' '}
            <ButtonLink href={visit.href(`${path}/calibration`)}>{t('calibration')}</ButtonLink>
          </>
        }
      />
      <Table
        caption={t('applications')}
        captionHidden
        rows={ranked}
        rowKey={({ id }) => id}
        csv={visit.href(`${path}/reviews.csv`)}
        empty={<EmptyState title={t('no-rounds')}>{t('no-rounds-why')}</EmptyState>}
        columns={[
          {
            key: 'city',
            title: t('application'),
            rowHeader: true,
            cell: ({ id, cityId, inConflict }) =>
              inConflict ? (
                <bdi>{names.get(cityId)}</bdi>
              ) : (
                <a href={visit.href(`${path}/applications/${id}`)}>
                  <bdi>{names.get(cityId)}</bdi>
                </a>
              ),
          },
          {
            key: 'filed',
            title: t('reviews'),
            cell: (row) =>
              row.inConflict ? (
                <Tag>{t('in-conflict')}</Tag>
              ) : (
                t('filed-of', { filed: row.filed, assigned: row.assigned })
              ),
          },
          {
            key: 'mean',
            title: t('mean'),
            figure: true,
            cell: ({ points }) => {
              const agreed = agreement(points);
              return agreed ? pointsText(language, agreed.mean) : '–';
            },
          },
          {
            key: 'range',
            title: t('range'),
            cell: ({ points }) => {
              const agreed = agreement(points);
              if (!agreed) return '–';
              const values = {
                from: pointsText(language, agreed.lowest),
                to: pointsText(language, agreed.highest),
              };
              return t('from-to', values);
            },
          },
          {
            key: 'recommendations',
            title: t('recommendations'),
            cell: (row) =>
              recommendations
                .map((one) => [one, row.recommendations.filter((said) => said === one).length] as const)
                .filter(([, n]) => n > 0)
                .map(([one, n]) => `${t(`recommend.${one}`)} ${n}`)
                .join(' · '),
          },
        ]}
      />
      <NextMove visit={visit} form={form} round={round} path={path} />
    </>
  );
}

function NextMove({
  visit,
  form,
  round,
  path,
}: Pick<RoundPageProps, 'visit' | 'form' | 'round'> & { path: string }) {
  const t = words(visit.language);
  const next = nextState[round.state];
  if (!next || next === 'assigning') return null;
  return (
    <section>
      <h2>{t(`move.${next}`)}</h2>
      <Form
        action={visit.href(`${path}/move`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? round.version}
      >
        <p>{t(`move-lead.${next}`)}</p>
        {round.state === 'scoring' && (
          <CheckboxField
            name="leaveOpen"
            question={t('leave-open-question')}
            label={t('leave-open')}
            optional
          />
        )}
        <SubmitButton>{t(`move.${next}`)}</SubmitButton>
      </Form>
    </section>
  );
}
