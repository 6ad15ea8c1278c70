import type { ComponentChildren } from 'preact';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound, refuseIf } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { roleName } from '../../../people/index.ts';
import { proposeColleague, vouchFor } from '../../actions/ask-inside.ts';
import { reportLeft } from '../../actions/end-mandate.ts';
import { words } from '../../messages/index.ts';
import { whyNotPropose, whyNotReport, whyNotVouch } from '../../permissions.ts';
import { findMandate } from '../../store/grants.ts';
import { findRequest, listTerms } from '../../store/requests.ts';
import { colleagueAnswers, reasonAnswers, vouchAnswers } from '../answers.ts';
import { PersonFields, ProofFields, RoleFields } from '../mandate-fields.tsx';
import { requestFacts } from '../request-view.tsx';
import { submitWithPapers } from '../with-papers.ts';
import { cityOf } from './city-of.ts';

export async function showPropose(visit: Visit): Promise<Response> {
  return await proposePage(visit, freshForm(visit.world));
}

export async function sendPropose(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  return await submitWithPapers(visit, {
    schema: colleagueAnswers,
    atLeast: 1,
    act: async ({ email, ...said }, papers, once) => {
      const cityId = known(visit, 'id');
      await proposeColleague(world, actor, { ...said, email: email.toLowerCase(), cityId, papers }, once);
      return `/portal/cities/${cityId}/people/proposed`;
    },
    again: (state) => proposePage(visit, state),
  });
}

async function proposePage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const { city, terms } = await reading(world, actor, async (tx) => ({
    city: await cityOf(tx, visit),
    terms: await listTerms(tx),
  }));
  refuseIf(whyNotPropose(actor, city.id), 403);
  const t = words(language);
  return page(
    visit,
    t('propose'),
    city,
    <>
      <PageHead kind={city.shown} title={t('propose')} lead={t('propose-lead')} />
      <Form action={visit.href(`/portal/cities/${city.id}/people`)} {...form} files>
        <PersonFields language={language} whose="colleague" />
        <RoleFields {...{ language, terms, today: dayInUtc(world.now()) }} />
        <ProofFields language={language} />
        <TextareaField name="vouch" label={t('your-vouch')} hint={t('your-vouch-hint')} rows={3} />
        <SubmitButton>{t('propose-send')}</SubmitButton>
      </Form>
    </>,
  );
}

export async function showVouch(visit: Visit): Promise<Response> {
  return await vouchPage(visit, freshForm(visit.world));
}

export async function sendVouch(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: vouchAnswers,
    act: async ({ vouch }, once) => {
      const requestId = known(visit, 'request');
      await vouchFor(visit.world, visit.actor, { requestId, words: vouch }, once);
      return `/portal/cities/${known(visit, 'id')}/people`;
    },
    again: (state) => vouchPage(visit, state),
  });
}

async function vouchPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const { city, request } = await reading(world, actor, async (tx) => ({
    city: await cityOf(tx, visit),
    request: await findRequest(tx, known(visit, 'request')),
  }));
  if (request?.cityId !== city.id) throw notFound();
  refuseIf(whyNotVouch(actor, request));
  const t = words(language);
  return page(
    visit,
    t('vouch'),
    city,
    <>
      <PageHead title={t('vouch-for', { name: request.name })} lead={t('vouch-lead')} />
      <FactList
        stacked
        facts={requestFacts(language, request, city.shown).filter(({ label }) => label !== t('document-is'))}
      />
      <Form action={visit.href(`/portal/cities/${city.id}/requests/${request.id}/vouch`)} {...form}>
        <TextareaField name="vouch" label={t('your-vouch')} hint={t('your-vouch-hint')} rows={3} />
        <SubmitButton>{t('vouch')}</SubmitButton>
      </Form>
    </>,
  );
}

export async function showDeparture(visit: Visit): Promise<Response> {
  return await departurePage(visit, freshForm(visit.world));
}

export async function sendDeparture(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: reasonAnswers,
    act: async ({ why }, once) => {
      await reportLeft(visit.world, visit.actor, { grantId: known(visit, 'grant'), why }, once);
      return `/portal/cities/${known(visit, 'id')}/people`;
    },
    again: (state) => departurePage(visit, state),
  });
}

async function departurePage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const { city, held } = await reading(world, actor, async (tx) => ({
    city: await cityOf(tx, visit),
    held: await findMandate(tx, known(visit, 'grant'), dayInUtc(world.now())),
  }));
  if (held?.cityId !== city.id) throw notFound();
  refuseIf(whyNotReport(actor, held));
  const t = words(language);
  return page(
    visit,
    t('report-left'),
    city,
    <>
      <PageHead
        title={t('report-left-of', { name: held.name })}
        kind={roleName(language, held.role)}
        lead={t('report-left-lead')}
      />
      <Form action={visit.href(`/portal/cities/${city.id}/mandates/${held.grantId}/departure`)} {...form}>
        <TextareaField name="why" label={t('report-left-why')} hint={t('report-left-why-hint')} rows={3} />
        <SubmitButton>{t('report-left-send')}</SubmitButton>
      </Form>
    </>,
  );
}

function page(
  visit: Visit,
  title: string,
  city: { readonly id: string; readonly shown: string },
  children: ComponentChildren,
): Response {
  const t = words(visit.language);
  const crumb = {
    href: visit.href(`/portal/cities/${city.id}/people`),
    label: t('people-of', { city: city.shown }),
  };
  return visit.show({
    title,
    body: (
      <>
        <Breadcrumb crumbs={[crumb]} />
        {children}
      </>
    ),
  });
}

function known(visit: Visit, name: string): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}
