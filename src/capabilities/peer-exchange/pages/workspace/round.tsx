import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { askForRun, closeRound } from '../../actions/rounds.ts';
import { poolOfRound } from '../../actions/pool-of-round.ts';
import { listExchanges } from '../../store/exchanges.ts';
import { exchangeFigures } from '../../store/figures.ts';
import { findRound, listOrganisationChoices, listWishes } from '../../store/rounds.ts';
import { findLatestRun } from '../../store/runs.ts';
import { frameOf, idIn, namedCities } from '../desk.ts';
import { RoundPage } from './round-page.tsx';

export async function showRound(visit: Visit): Promise<Response> {
  return await roundPage(visit, freshForm(visit.world));
}

export async function sendRun(visit: Visit): Promise<Response> {
  const roundId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await askForRun(visit.world, visit.actor, roundId, once);
      return `/workspace/exchange/rounds/${roundId}`;
    },
    again: (state) => roundPage(visit, state),
  });
}

export async function sendClosing(visit: Visit): Promise<Response> {
  const roundId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await closeRound(visit.world, visit.actor, roundId, once);
      return `/workspace/exchange/rounds/${roundId}`;
    },
    again: (state) => roundPage(visit, state),
  });
}

async function roundPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const roundId = idIn(visit, 'id');
  const seen = await reading(world, actor, async (tx) => {
    const round = await findRound(tx, roundId);
    if (!round) throw notFound();
    const run = await findLatestRun(tx, roundId);
    const wishes = await listWishes(tx, roundId);
    const exchanges = round.stage === 'confirmed' ? await listExchanges(tx, { roundId, limit: 1000 }) : [];
    const pool = round.stage === 'open' ? (await poolOfRound(tx, round)).problem.cities.length : null;
    const ids = [
      ...(run?.result?.proposals.flatMap(({ cities }) => cities) ?? []),
      ...(run?.result?.unmatched.map(({ city }) => city) ?? []),
      ...wishes.flatMap(({ cities }) => cities),
      ...exchanges.flatMap(({ cityIds }) => cityIds),
    ];
    const organisations = round.organisationId ? await listOrganisationChoices(tx, language) : [];
    return {
      round,
      run,
      wishes,
      exchanges,
      pool,
      figures: await exchangeFigures(tx, roundId),
      cities: await namedCities(visit, tx, ids),
      accompaniedBy: organisations.find(({ id }) => id === round.organisationId)?.name,
    };
  });
  return visit.show({
    title: seen.round.name,
    body: (
      <RoundPage
        {...frameOf(visit)}
        {...seen}
        form={form}
        page={Math.max(1, Number(visit.query('page')) || 1)}
        leftPage={Math.max(1, Number(visit.query('left')) || 1)}
        now={world.now()}
      />
    ),
  });
}
