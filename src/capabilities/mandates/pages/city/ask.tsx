import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CityPicker } from '../../../../design/city-picker.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName, findCity } from '../../../city-registry/index.ts';
import { askAsPerson } from '../../actions/ask-inside.ts';
import { answerMore, withdrawRequest } from '../../actions/through-link.ts';
import { words } from '../../messages/index.ts';
import { listPapers } from '../../store/papers.ts';
import { findRequest, listTerms } from '../../store/requests.ts';
import { citySearch, moreAnswers, nothingSaid, ownAnswers } from '../answers.ts';
import { cityChoice } from '../city-choice.ts';
import { ProofFields, RoleFields } from '../mandate-fields.tsx';
import { RequestView, StageTag } from '../request-view.tsx';
import { submitWithPapers } from '../with-papers.ts';

export async function showNew(visit: Visit): Promise<Response> {
  return await newPage(visit, freshForm(visit.world));
}

export async function searchNewCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, citySearch);
  return await newPage(visit, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

export async function sendNew(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  return await submitWithPapers(visit, {
    schema: ownAnswers(await listTerms(world.publicDb), dayInUtc(world.now())),
    atLeast: 1,
    act: async ({ city, ...said }, papers, once) => {
      const id = await askAsPerson(world, actor, { ...said, cityId: city, papers }, once);
      return `/portal/mandates/requests/${id}`;
    },
    again: (state) => newPage(visit, state),
  });
}

async function newPage(visit: Visit, form: FormState, search?: string): Promise<Response> {
  const { language, world } = visit;
  const today = dayInUtc(world.now());
  const terms = await listTerms(world.publicDb);
  const choice = { cityId: form.answers['city'] ?? '', search };
  const { chosen, found } = await cityChoice(world.publicDb, language, choice);
  const t = words(language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/portal/mandates'), label: t('mine') }]} />
      <PageHead title={t('ask-another')} lead={t('ask-another-lead')} />
      <Form action={visit.href('/portal/mandates')} {...form} files>
        <CityPicker
          name="city"
          label={t('which-city')}
          searchAction={visit.href('/portal/mandates/new/city-search')}
          {...{ chosen, found }}
        />
        <RoleFields {...{ language, terms, today }} />
        <ProofFields language={language} />
        <SubmitButton>{t('send-request')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('ask-another'), body, script: true });
}

export async function showOwnRequest(visit: Visit): Promise<Response> {
  return await requestPage(visit, freshForm(visit.world));
}

export async function sendOwnAnswer(visit: Visit): Promise<Response> {
  return await submitWithPapers(visit, {
    schema: moreAnswers,
    atLeast: 0,
    act: async ({ more }, papers, once) => {
      const requestId = known(visit);
      await answerMore(visit.world, { actor: visit.actor, requestId }, { words: more, papers }, once);
      return `/portal/mandates/requests/${requestId}`;
    },
    again: (state) => requestPage(visit, state),
  });
}

export async function sendOwnWithdrawal(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: nothingSaid,
    act: async (_said, once) => {
      const requestId = known(visit);
      await withdrawRequest(visit.world, { actor: visit.actor, requestId }, once);
      return `/portal/mandates/requests/${requestId}`;
    },
    again: (state) => requestPage(visit, state),
  });
}

function known(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

async function requestPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const id = known(visit);
  const { request, papers, city } = await reading(world, actor, async (tx) => {
    const found = await findRequest(tx, id);
    if (!found?.personId || found.personId !== actor.personId) throw notFound();
    return { request: found, papers: await listPapers(tx, id), city: await findCity(tx, found.cityId) };
  });
  const t = words(language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/portal/mandates'), label: t('mine') }]} />
      <PageHead
        kind={t('request')}
        title={t('request-of', { name: request.name })}
        stage={<StageTag {...{ language, stage: request.stage }} />}
      />
      <RequestView
        {...{ language, request, papers, form }}
        city={city ? cityName(language, city) : ''}
        at={visit.href(`/portal/mandates/requests/${id}`)}
        signIn={visit.href('/portal')}
      />
    </>
  );
  return visit.show({ title: t('request'), body });
}
