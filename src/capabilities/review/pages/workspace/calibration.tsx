import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { DotChart } from '../../../../design/charts/dot-chart.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { calibrate, type Calibration, leastReviewsEach } from '../../rules/calibration.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { applicationsOfRound } from '../../store/overview.ts';
import { findRound } from '../../store/rounds.ts';
import { cityNames, idIn, pointsText } from '../named.ts';

export async function showCalibration(visit: Visit): Promise<Response> {
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const round = await findRound(tx, idIn(visit, 'id'));
    if (!round) throw notFound();
    const filed = (await assignmentsOf(tx, round.id)).filter(({ state }) => state === 'filed');
    const given = filed.flatMap(({ personId, applicationId, points }) =>
      points === null ? [] : [{ reviewer: personId, application: applicationId, points }],
    );
    const applications = await applicationsOfRound(tx, round);
    const names = await cityNames(
      visit,
      tx,
      applications.map(({ cityId }) => cityId),
    );
    return {
      roundId: round.id,
      calibration: calibrate(given),
      people: new Map(filed.map(({ personId, personName }) => [personId, personName])),
      cities: new Map(applications.map(({ id, cityId }) => [id, names.get(cityId) ?? ''])),
    };
  });
  return visit.show({
    title: words(visit.language)('calibration'),
    body: <CalibrationPage visit={visit} {...seen} />,
  });
}

interface CalibrationPageProps {
  readonly visit: Visit;
  readonly roundId: string;
  readonly calibration: Calibration;
  readonly people: ReadonlyMap<string, string>;
  readonly cities: ReadonlyMap<string, string>;
}

function CalibrationPage({ visit, roundId, calibration, people, cities }: CalibrationPageProps) {
  const { language } = visit;
  const t = words(language);
  return (
    <>
      <Breadcrumb
        crumbs={[{ href: visit.href(`/workspace/reviews/rounds/${roundId}`), label: t('reviews') }]}
      />
      <PageHead title={t('calibration')} lead={t('calibration-lead')} />
      {calibration.kind === 'too-few' ? (
        <EmptyState title={t('too-few')}>
          {t('too-few-why', { n: calibration.reviewers, least: leastReviewsEach })}
        </EmptyState>
      ) : (
        <Calibrated language={language} {...{ calibration, people, cities }} />
      )}
    </>
  );
}

interface CalibratedProps extends Pick<CalibrationPageProps, 'people' | 'cities'> {
  readonly language: Visit['language'];
  readonly calibration: Calibration & { kind: 'calibrated' };
}

function Calibrated({ language, calibration, people, cities }: CalibratedProps) {
  const t = words(language);
  const { severities, applications, spreadBefore, spreadAfter } = calibration;
  const signed = (value: number) => `${value > 0 ? '+' : ''}${pointsText(language, value)}`;
  return (
    <>
      <p>
        {t('spread', {
          before: pointsText(language, spreadBefore),
          after: pointsText(language, spreadAfter),
        })}
      </p>
      <Table
        caption={t('reviewers')}
        rows={severities}
        rowKey={({ reviewer }) => reviewer}
        columns={[
          {
            key: 'person',
            title: t('reviewer'),
            rowHeader: true,
            cell: ({ reviewer }) => <bdi>{people.get(reviewer)}</bdi>,
          },
          {
            key: 'reviews',
            title: t('n-reviews'),
            figure: true,
            cell: ({ reviews }) => formatNumber(language, reviews),
          },
          { key: 'offset', title: t('offset'), figure: true, cell: ({ offset }) => signed(offset) },
        ]}
      />
      <DotChart
        title={t('adjusted-rank')}
        source={t('calibration-method')}
        rowsAre={t('application')}
        series={[t('mean'), t('adjusted')]}
        rows={applications.map((one) => ({
          key: one.application,
          label: <bdi>{cities.get(one.application)}</bdi>,
          values: [one.mean / 100, one.adjusted / 100],
        }))}
      />
      <Table
        caption={t('applications')}
        rows={applications}
        rowKey={({ application }) => application}
        columns={[
          {
            key: 'city',
            title: t('application'),
            rowHeader: true,
            cell: ({ application }) => <bdi>{cities.get(application)}</bdi>,
          },
          { key: 'rank', title: t('rank'), figure: true, cell: ({ rank }) => formatNumber(language, rank) },
          {
            key: 'adjusted',
            title: t('adjusted-rank'),
            figure: true,
            cell: ({ adjustedRank }) => formatNumber(language, adjustedRank),
          },
          {
            key: 'range',
            title: t('rank-range'),
            cell: ({ bestRank, worstRank }) => t('from-to', { from: bestRank, to: worstRank }),
          },
        ]}
      />
    </>
  );
}
