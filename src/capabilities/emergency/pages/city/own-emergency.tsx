import { PageHead } from '../../../../design/page-head.tsx';
import { citiesOf } from '../../../../kernel/actor.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { listResponses } from '../../store/record.ts';
import { frameOf, recordFor } from '../frame.ts';
import { ResponseTable } from '../public/list-page.tsx';
import { OwnEmergencyPage } from './own-emergency-page.tsx';

/** Emergencies that are out; a city's part in each stands behind its name. */
export async function showOwnEmergencies(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const all = await reading(world, actor, (tx) => listResponses(tx));
  const responses = all.filter(({ stage }) => stage === 'published' || stage === 'closed');
  const t = words(language);
  const body = (
    <>
      <PageHead title={t('emergencies')} lead={t('emergencies-city-lead')} />
      <ResponseTable
        {...{ language, responses }}
        hrefOf={({ slug }) => visit.href(`/portal/emergencies/${slug}`)}
        emptyAction={{ href: visit.href('/ask'), label: t('ask-the-desk') }}
      />
    </>
  );
  return visit.show({ title: t('emergencies'), body });
}

export async function showOwnEmergencyFirst(visit: Visit): Promise<Response> {
  return await showOwnEmergency(visit, freshForm(visit.world));
}

/** One emergency as a city's people see it: their notes, requests, offers, and who helps them. */
export async function showOwnEmergency(visit: Visit, form: FormState): Promise<Response> {
  const record = await recordFor(visit, { slug: visit.param('slug') });
  const own = citiesOf(visit.actor);
  return visit.show({
    title: wordingFor(record.wordings, visit.language).title,
    body: <OwnEmergencyPage {...frameOf(visit, record)} {...{ form, own }} />,
  });
}
