import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { ticked, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { findOpenWindow } from '../../../fund/index.ts';
import { moveRound } from '../../actions/move-round.ts';
import { words } from '../../messages/index.ts';
import { agreement } from '../../rules/scoring.ts';
import { feedbackOfRound } from '../../store/feedback.ts';
import { applicationsOfRound } from '../../store/overview.ts';
import { findRound } from '../../store/rounds.ts';
import { cityNames, idIn } from '../named.ts';
import { RoundPage } from './round-page.tsx';

export async function showRound(visit: Visit): Promise<Response> {
  return await roundPage(visit, freshForm(visit.world));
}

export async function seeRound(visit: Visit) {
  return await reading(visit.world, visit.actor, async (tx) => {
    const round = await findRound(tx, idIn(visit, 'id'));
    const window = round && (await findOpenWindow(tx, round.windowId));
    if (!round || !window) throw notFound();
    const applications = await applicationsOfRound(tx, round);
    const names = await cityNames(
      visit,
      tx,
      applications.map(({ cityId }) => cityId),
    );
    const feedback = await feedbackOfRound(tx, round.id);
    return { round, window, applications, names, feedback };
  });
}

async function roundPage(visit: Visit, form: FormState): Promise<Response> {
  const seen = await seeRound(visit);
  const t = words(visit.language);
  return visit.show({
    title: `${seen.window.name[visit.language]}: ${t(`stage.${seen.round.stage}`)}`,
    body: <RoundPage visit={visit} form={form} {...seen} />,
    hasProblems: form.problems.length > 0,
  });
}

const move = z.object({ version: version(), leaveOpen: ticked() });

export async function sendRoundMove(visit: Visit): Promise<Response> {
  const roundId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: move,
    act: async (input, once) => {
      await moveRound(visit.world, visit.actor, { roundId, ...input }, once);
      return `/workspace/reviews/rounds/${roundId}`;
    },
    again: (state) => roundPage(visit, state),
  });
}

/** The round as far as the reader may see it: of applications in conflict with them, only that they are there. */
export async function exportRound(visit: Visit): Promise<Response> {
  const { applications, names } = await seeRound(visit);
  type Row = (typeof applications)[number];
  const of = ({ points }: Row) => agreement(points);
  const hundredth = (value: number | undefined) => (value === undefined ? null : value / 100);
  return csvResponse(
    'reviews',
    [
      { head: 'application', cell: (row: Row) => row.id },
      { head: 'city', cell: (row) => names.get(row.cityId) },
      { head: 'in_conflict', cell: (row) => row.inConflict },
      { head: 'reviews_filed', cell: (row) => (row.inConflict ? null : row.filed) },
      { head: 'mean_points', cell: (row) => hundredth(of(row)?.mean) },
      { head: 'lowest_points', cell: (row) => hundredth(of(row)?.lowest) },
      { head: 'highest_points', cell: (row) => hundredth(of(row)?.highest) },
      { head: 'recommendations', cell: (row) => row.recommendations.join(' ') },
    ],
    applications,
  );
}
