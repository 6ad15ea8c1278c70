import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type CsvColumn, csvResponse } from '../../../../platform/exports/csv.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { type City, cityName, listCitiesByIds } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { findActivity } from '../../store/activities.ts';
import { funnelOf, type Invitation, listInvitations } from '../../store/invitations.ts';
import { home, idIn } from '../frame.ts';
import { FunnelOf } from './funnel.tsx';
import { privately } from './reach-file.ts';

const tones = { yes: 'done', no: 'stopped', later: 'waiting' } as const;

async function readInvitations(visit: Visit, atMost: number) {
  return await reading(visit.world, visit.actor, async (tx) => {
    const activity = await findActivity(tx, idIn(visit, 'id'));
    if (!activity) throw notFound();
    const invitations = await listInvitations(tx, { activityId: activity.id }, atMost);
    const cities = await listCitiesByIds(
      tx,
      invitations.map(({ cityId }) => cityId),
    );
    const funnel = (await funnelOf(tx, [activity.id])).get(activity.id);
    return { activity, invitations, funnel, cities: new Map(cities.map((city) => [city.id, city])) };
  });
}

/** Who was invited, by whom, and what they said. */
export async function showInvitations(visit: Visit): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { activity, invitations, funnel, cities } = await readInvitations(visit, 200);
  const path = `${home}/activities/${activity.id}`;
  const name = (id: string) => {
    const city = cities.get(id);
    return city ? cityName(language, city) : '';
  };
  return visit.show({
    title: t('invitations'),
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(home), label: t('programme') },
            { href: visit.href(path), label: activity.title[language] },
          ]}
        />
        <PageHead title={t('invitations')} kind={activity.title[language]} />
        {funnel && <FunnelOf language={language} funnel={funnel} />}
        <Table
          caption={t('invitations')}
          captionHidden
          rows={invitations}
          rowKey={({ id }) => id}
          csv={visit.href(`${path}/invitations.csv`)}
          empty={
            <EmptyState
              title={t('nobody-invited')}
              action={{ href: visit.href(`${path}/reach`), label: t('whom-to-reach') }}
            >
              {t('nobody-invited-why')}
            </EmptyState>
          }
          columns={[
            {
              key: 'city',
              title: t('city'),
              rowHeader: true,
              cell: ({ cityId }) => <a href={visit.href(`${home}/cities/${cityId}`)}>{name(cityId)}</a>,
            },
            { key: 'by', title: t('invited-by'), cell: ({ invitedByName }) => <bdi>{invitedByName}</bdi> },
            {
              key: 'on',
              title: t('invited-on'),
              cell: ({ invitedAt }) => formatDate(language, dayInUtc(invitedAt)),
            },
            {
              key: 'answer',
              title: t('answer'),
              cell: ({ answer, answerReason, laterOn }) => (
                <>
                  {answer ? (
                    <Tag tone={tones[answer]}>{t(`funnel.${answer}`)}</Tag>
                  ) : (
                    <Tag tone="waiting">{t('funnel.waiting')}</Tag>
                  )}{' '}
                  {laterOn && formatDate(language, laterOn)}{' '}
                  {answerReason && <span dir="auto">{answerReason}</span>}
                </>
              ),
            },
            {
              key: 'reminded',
              title: t('reminded-on'),
              cell: ({ remindedAt }) => (remindedAt ? formatDate(language, dayInUtc(remindedAt)) : '–'),
            },
          ]}
        />
      </>
    ),
  });
}

export async function invitationsFile(visit: Visit): Promise<Response> {
  const { invitations, cities } = await readInvitations(visit, 5000);
  const of = (id: string): City | undefined => cities.get(id);
  const columns: CsvColumn<Invitation>[] = [
    { head: 'geonames_id', cell: ({ cityId }) => of(cityId)?.geonamesId },
    { head: 'city', cell: ({ cityId }) => of(cityId)?.name },
    { head: 'country', cell: ({ cityId }) => of(cityId)?.country },
    { head: 'global_south', cell: ({ cityId }) => of(cityId)?.globalSouth },
    { head: 'secondary_city', cell: ({ cityId }) => of(cityId)?.secondaryCity },
    { head: 'invited_on', cell: ({ invitedAt }) => dayInUtc(invitedAt) },
    { head: 'invited_by', cell: ({ invitedByName }) => invitedByName },
    { head: 'beyond_budget', cell: ({ exceptionId }) => exceptionId !== null },
    { head: 'answer', cell: ({ answer }) => answer },
    { head: 'reason', cell: ({ answerReason }) => answerReason },
    { head: 'later_on', cell: ({ laterOn }) => laterOn },
    { head: 'reminded_on', cell: ({ remindedAt }) => remindedAt && dayInUtc(remindedAt) },
  ];
  return privately(csvResponse('invitations', columns, invitations));
}
