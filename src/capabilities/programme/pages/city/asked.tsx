import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound, refuseIf } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName, findCity } from '../../../city-registry/index.ts';
import { liftQuiet, sayQuiet } from '../../actions/say-quiet.ts';
import { words } from '../../messages/index.ts';
import { whyNotAnswerFor } from '../../permissions.ts';
import { firstDay, lastDay, monthOf } from '../../rules/budget.ts';
import { listAsksOf } from '../../store/asks.ts';
import { useOfCities } from '../../store/contact-budget.ts';
import { findQuiet } from '../../store/quiet.ts';
import { AsksOfCity } from '../asks-of-city.tsx';
import { idIn, todayIn } from '../frame.ts';
import { QuietForm, quietAnswers } from '../quiet-form.tsx';

export async function showAsked(visit: Visit): Promise<Response> {
  return await askedPage(visit, freshForm(visit.world));
}

/** Everything the council asks of the city this month and what still waits, and a way to say that it is too much. */
async function askedPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotAnswerFor(actor, cityId), 404);
  const today = todayIn(visit);
  const month = { first: firstDay(monthOf(today)), last: lastDay(monthOf(today)) };
  const seen = await reading(world, actor, async (tx) => ({
    city: await findCity(tx, cityId),
    asks: await listAsksOf(tx, cityId, month),
    use: (await useOfCities(tx, [cityId], month, today)).get(cityId),
    quiet: await findQuiet(tx, cityId),
  }));
  const { city, asks, use, quiet } = seen;
  if (!city || !use) throw notFound();
  return visit.show({
    title: t('asked-of-you'),
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <Breadcrumb
          crumbs={[{ href: visit.href(`/portal/cities/${cityId}/programme`), label: t('open-to-you') }]}
        />
        <PageHead
          title={t('asked-of-you')}
          kind={cityName(language, city)}
          lead={t('asked-of-you-lead', { used: use.used, most: use.perMonth })}
        />
        <AsksOfCity {...{ language, asks, today }} href={visit.href} linked />
        <section>
          <h2>{t('too-much')}</h2>
          <p>{t('too-much-says')}</p>
          <QuietForm
            {...{ language, form, quiet, today }}
            action={visit.href(`/portal/cities/${cityId}/quiet`)}
          />
        </section>
      </>
    ),
  });
}

export async function sendQuiet(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotAnswerFor(visit.actor, cityId), 404);
  return await submitForm(visit, {
    schema: quietAnswers,
    act: async (said, once) => {
      await sayQuiet(visit.world, visit.actor, { ...said, cityId }, once);
      return `/portal/cities/${cityId}/asked`;
    },
    again: (state) => askedPage(visit, state),
  });
}

export async function sendLifting(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotAnswerFor(visit.actor, cityId), 404);
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await liftQuiet(visit.world, visit.actor, cityId, once);
      return `/portal/cities/${cityId}/asked`;
    },
    again: (state) => askedPage(visit, state),
  });
}
