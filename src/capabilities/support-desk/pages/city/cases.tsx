import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { CityName } from '../../../../design/city-name.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { citiesOf } from '../../../../kernel/actor.ts';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { giveConsentInPortal } from '../../actions/consent.ts';
import { keepUploads } from '../../actions/keep-files.ts';
import { writeInPortal } from '../../actions/write-as-city.ts';
import { words } from '../../messages/index.ts';
import { findCase } from '../../store/cases.ts';
import { findAttachment, listThread } from '../../store/messages.ts';
import { listConsents } from '../../store/partners.ts';
import { listCasesOfCities, type QueuedCase } from '../../store/queue.ts';
import { CityCase, type CityCaseProps } from '../city-case.tsx';
import { cityMessage, consentAnswers } from '../public/ask-answers.ts';
import { serveFile } from '../serve-file.ts';
import { stageTone } from '../stage-tone.ts';

export async function showCityCases(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const cases = await reading(world, actor, (tx) => listCasesOfCities(tx, citiesOf(actor), 200));
  const t = words(language);
  const body = (
    <>
      <PageHead
        title={t('city-cases')}
        lead={t('city-cases-lead')}
        next={
          <ButtonLink look="main" href={visit.href('/portal/ask')}>
            {t('ask')}
          </ButtonLink>
        }
      />
      <CasesTable language={language} cases={cases} href={(id) => visit.href(`/portal/cases/${id}`)} />
    </>
  );
  return visit.show({ title: t('city-cases'), body });
}

function CasesTable({
  language,
  cases,
  href,
}: {
  language: Language;
  cases: readonly QueuedCase[];
  href: (id: string) => string;
}) {
  const t = words(language);
  return (
    <Table
      caption={t('city-cases')}
      captionHidden
      rows={cases}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'subject',
          title: t('subject'),
          rowHeader: true,
          cell: ({ id, subject }) => (
            <a href={href(id)}>
              <bdi>{subject}</bdi>
            </a>
          ),
        },
        { key: 'reference', title: t('reference'), cell: ({ reference }) => <bdi>{reference}</bdi> },
        {
          key: 'city',
          title: t('city'),
          cell: ({ cityNames, cityName }) => <CityName name={cityNames[language] ?? cityName ?? ''} />,
        },
        { key: 'who', title: t('asked-by'), cell: ({ requesterName }) => <bdi>{requesterName}</bdi> },
        { key: 'on', title: t('asked-on'), cell: ({ openedAt }) => <DateText date={dayInUtc(openedAt)} /> },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <Tag tone={stageTone(stage)}>{t(`public-stage.${stage}`)}</Tag>,
        },
      ]}
      empty={<EmptyState title={t('no-city-cases')}>{t('no-city-cases-why')}</EmptyState>}
    />
  );
}

export async function showCityCase(visit: Visit): Promise<Response> {
  return await cityCasePage(visit, freshForm(visit.world), undefined);
}

export async function sendCityMessage(visit: Visit): Promise<Response> {
  const caseId = known(visit);
  return await submitForm(visit, {
    schema: cityMessage,
    act: async ({ body }, once, files) => {
      const attachments = await keepUploads(visit.world, files);
      await writeInPortal(visit.world, visit.actor, caseId, { body, attachments }, once);
      return `/portal/cases/${caseId}`;
    },
    again: (state) => cityCasePage(visit, state, 'message'),
  });
}

export async function sendCityConsent(visit: Visit): Promise<Response> {
  const caseId = known(visit);
  return await submitForm(visit, {
    schema: consentAnswers,
    act: async ({ organisation, agreed, answer }, once) => {
      const given = { organisationId: organisation, agreed: answer === 'agree' ? agreed : [] };
      await giveConsentInPortal(visit.world, visit.actor, caseId, given, visit.language, once);
      return `/portal/cases/${caseId}`;
    },
    again: (state) => cityCasePage(visit, state, 'consent'),
  });
}

export async function sendCityFile(visit: Visit): Promise<Response> {
  const file = await reading(visit.world, visit.actor, (tx) => findAttachment(tx, visit.param('file')));
  return await serveFile(visit.world, file?.caseId === visit.param('id') ? file : undefined);
}

function known(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

async function cityCasePage(visit: Visit, form: FormState, sent: CityCaseProps['sent']): Promise<Response> {
  const { language, world, actor } = visit;
  const id = known(visit);
  const { shown, messages, consents } = await reading(world, actor, async (tx) => ({
    shown: await findCase(tx, id),
    messages: await listThread(tx, [id]),
    consents: await listConsents(tx, id),
  }));
  if (!shown || !citiesOf(actor).includes(shown.cityId ?? '')) throw notFound();
  const t = words(language);
  const crumbs = <Breadcrumb crumbs={[{ href: visit.href('/portal/cases'), label: t('city-cases') }]} />;
  return visit.show({
    title: t('case-kind', { reference: shown.reference }),
    body: (
      <CityCase
        {...{ language, shown, messages, consents, form, sent, crumbs }}
        at={visit.href(`/portal/cases/${id}`)}
      />
    ),
  });
}
