import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { addDays, dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName, findCity } from '../../../city-registry/index.ts';
import { roleName } from '../../../people/index.ts';
import { nextDay, renewMandate } from '../../actions/ask-inside.ts';
import { layDownMandate } from '../../actions/end-mandate.ts';
import { words } from '../../messages/index.ts';
import { lastDayOf } from '../../rules/terms.ts';
import { findMandate } from '../../store/grants.ts';
import { listTerms } from '../../store/requests.ts';
import { reasonAnswers, renewalAnswers } from '../answers.ts';
import { ProofFields } from '../mandate-fields.tsx';
import { submitWithPapers } from '../with-papers.ts';

export async function showRenewal(visit: Visit): Promise<Response> {
  return await renewalPage(visit, freshForm(visit.world));
}

export async function sendRenewal(visit: Visit): Promise<Response> {
  return await submitWithPapers(visit, {
    schema: renewalAnswers,
    atLeast: 0,
    act: async (said, papers, once) => {
      const renewal = { ...said, papers, grantId: known(visit) };
      const id = await renewMandate(visit.world, visit.actor, renewal, once);
      return `/portal/mandates/requests/${id}`;
    },
    again: (state) => renewalPage(visit, state),
  });
}

export async function showLayingDown(visit: Visit): Promise<Response> {
  return await layingDownPage(visit, freshForm(visit.world));
}

export async function sendLayingDown(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: reasonAnswers,
    act: async ({ why }, once) => {
      await layDownMandate(visit.world, visit.actor, { grantId: known(visit), why }, once);
      return '/portal/mandates';
    },
    again: (state) => layingDownPage(visit, state),
  });
}

function known(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

async function ownMandate(visit: Visit) {
  const { world, actor } = visit;
  return await reading(world, actor, async (tx) => {
    const held = await findMandate(tx, known(visit), dayInUtc(world.now()));
    if (!held || held.personId !== actor.personId) throw notFound();
    const term = (await listTerms(tx)).find(({ role }) => role === held.role);
    return { held, city: await findCity(tx, held.cityId), months: term?.longestMonths ?? 0 };
  });
}

function facts(visit: Visit, { held, city }: Awaited<ReturnType<typeof ownMandate>>) {
  const t = words(visit.language);
  return [
    { label: t('city'), value: <bdi>{city && cityName(visit.language, city)}</bdi> },
    { label: t('role'), value: roleName(visit.language, held.role) },
    { label: t('from'), value: <DateText date={held.from} /> },
    { label: t('until'), value: held.to ? <DateText date={held.to} /> : t('no-end') },
    { label: t('on-what-basis'), value: <bdi>{held.basis}</bdi> },
  ];
}

/** Short: what is known is shown, asked is only until when, by what, and whether anything is new. */
async function renewalPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world } = visit;
  const seen = await ownMandate(visit);
  const from = nextDay(seen.held, dayInUtc(world.now()));
  const longest = lastDayOf(from, seen.months);
  const t = words(language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/portal/mandates'), label: t('mine') }]} />
      <PageHead title={t('renew-title')} lead={t('renew-lead')} />
      <FactList stacked facts={facts(visit, seen)} />
      <Form action={visit.href(`/portal/mandates/grants/${seen.held.grantId}/renewal`)} {...form} files>
        <DateField
          name="to"
          label={t('renew-until')}
          hint={t('renew-until-hint', { months: seen.months })}
          initial={longest}
          min={addDays(from, 1)}
          max={longest}
        />
        <ProofFields language={language} optional />
        <SubmitButton>{t('renew-send')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('renew-title'), body });
}

async function layingDownPage(visit: Visit, form: FormState): Promise<Response> {
  const seen = await ownMandate(visit);
  const t = words(visit.language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/portal/mandates'), label: t('mine') }]} />
      <PageHead title={t('lay-down-title')} lead={t('lay-down-lead')} />
      <FactList stacked facts={facts(visit, seen)} />
      <Form action={visit.href(`/portal/mandates/grants/${seen.held.grantId}/laying-down`)} {...form}>
        <TextareaField name="why" label={t('lay-down-why')} hint={t('lay-down-why-hint')} rows={3} />
        <SubmitButton look="danger">{t('lay-down')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('lay-down-title'), body });
}
