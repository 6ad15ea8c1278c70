import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { cityName, searchCities } from '../../../city-registry/index.ts';
import { openToCity } from '../../actions/open-to-city.ts';
import { liftQuiet, sayQuiet } from '../../actions/say-quiet.ts';
import { setBudget } from '../../actions/set-budget.ts';
import { words } from '../../messages/index.ts';
import { firstDay, lastDay, monthOf } from '../../rules/budget.ts';
import { listAsksOf } from '../../store/asks.ts';
import { findBudget, useOfCities } from '../../store/contact-budget.ts';
import { findQuiet } from '../../store/quiet.ts';
import { home, idIn, todayIn } from '../frame.ts';
import { quietAnswers } from '../quiet-form.tsx';
import { budgetAnswers } from './budget-form.tsx';
import { CityView } from './city-view.tsx';
import { CitySearch } from './overview.tsx';

/** One city as the programme sees it: what is open to it, what is asked of it, how much may be. */
export async function showCity(visit: Visit): Promise<Response> {
  return await cityPage(visit, freshForm(visit.world));
}

async function cityPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const cityId = idIn(visit, 'city');
  const today = todayIn(visit);
  const month = { first: firstDay(monthOf(today)), last: lastDay(monthOf(today)) };
  const seen = await reading(world, actor, async (tx) => ({
    found: await openToCity(tx, cityId, today),
    asks: await listAsksOf(tx, cityId, month),
    use: (await useOfCities(tx, [cityId], month, today)).get(cityId),
    quiet: await findQuiet(tx, cityId),
    budget: await findBudget(tx, cityId),
  }));
  if (!seen.use) throw notFound();
  return visit.show({
    title: cityName(language, seen.found.city),
    hasProblems: form.problems.length > 0,
    body: <CityView visit={visit} {...seen} use={seen.use} form={form} today={today} />,
  });
}

export async function searchCity(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const typed = visit.query('q') ?? '';
  const found = typed === '' ? [] : await searchCities(world.publicDb, { words: typed, limit: 20 });
  return visit.show({
    title: t('find-city'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href(home), label: t('programme') }]} />
        <PageHead title={t('find-city')} />
        <CitySearch visit={visit} />
        {found.length === 0 ? (
          <EmptyState title={t('no-city-found')}>{t('no-city-found-why')}</EmptyState>
        ) : (
          <ul>
            {found.map((city) => (
              <li key={city.id}>
                <a href={visit.href(`${home}/cities/${city.id}`)}>{city.name}</a>{' '}
                <span class="quiet">{countryName(language, city.country)}</span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  });
}

export async function sendCityBudget(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  return await submitForm(visit, {
    schema: budgetAnswers,
    act: async (said, once) => {
      await setBudget(visit.world, visit.actor, { ...said, cityId }, once);
      return `${home}/cities/${cityId}`;
    },
    again: (state) => cityPage(visit, state),
  });
}

export async function sendQuiet(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  return await submitForm(visit, {
    schema: quietAnswers,
    act: async (said, once) => {
      await sayQuiet(visit.world, visit.actor, { ...said, cityId }, once);
      return `${home}/cities/${cityId}`;
    },
    again: (state) => cityPage(visit, state),
  });
}

export async function sendLifting(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await liftQuiet(visit.world, visit.actor, cityId, once);
      return `${home}/cities/${cityId}`;
    },
    again: (state) => cityPage(visit, state),
  });
}
