import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { CityMatters } from '../../../../platform/tasks/city-matter.ts';
import { mattersOf } from '../../actions/hand-over.ts';
import { words } from '../../messages/index.ts';
import { listChannels, type ListedChannel } from '../../store/channels.ts';
import { listMandatesOf, listOpenReports } from '../../store/grants.ts';
import { listRequestsFor } from '../../store/requests.ts';
import { cityOf } from '../city/city-of.ts';
import { HandOverPack } from '../hand-over-pack.tsx';
import { personal } from '../personal.ts';
import { MandatesOfCity, RequestsOfCity } from './city-mandates.tsx';

/** A city as those who keep mandates see it: who acts, who asks, how it can be reached, what is open. */
export function showCity(sources: readonly CityMatters[]) {
  return async (visit: Visit): Promise<Response> => {
    const { language, world, actor } = visit;
    const now = world.now();
    const seen = await reading(world, actor, async (tx) => {
      const city = await cityOf(tx, visit);
      return {
        city,
        mandates: await listMandatesOf(tx, city.id, dayInUtc(now)),
        requests: await listRequestsFor(tx, city.id, 'all'),
        reports: await listOpenReports(tx, { cityId: city.id }),
        channels: await listChannels(tx, city.id),
        matters: await mattersOf(tx, sources, city.id, now),
      };
    });
    const t = words(language);
    const holding = seen.mandates.filter(({ isOver }) => !isOver);
    const body = (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/mandates'), label: t('desk') }]} />
        <PageHead
          kind={t('city')}
          title={<bdi>{seen.city.shown}</bdi>}
          lead={t('city-lead')}
          next={
            <ButtonLink href={visit.href(`/workspace/cities/${seen.city.id}`)}>{t('city-page')}</ButtonLink>
          }
        />
        {holding.length === 0 && (
          <Notice tone={seen.matters.length > 0 ? 'signal' : 'neutral'} title={t('nobody-acts')}>
            <p>{t(seen.matters.length > 0 ? 'nobody-acts-do' : 'nobody-acts-rest')}</p>
          </Notice>
        )}
        <section>
          <h2>{t('mandates')}</h2>
          <MandatesOfCity visit={visit} mandates={seen.mandates} reports={seen.reports} />
        </section>
        <section>
          <h2>{t('requests')}</h2>
          <RequestsOfCity visit={visit} requests={seen.requests} />
        </section>
        <section>
          <h2>{t('channels')}</h2>
          <p>{t('channels-lead')}</p>
          <Channels visit={visit} cityId={seen.city.id} channels={seen.channels} />
        </section>
        <HandOverPack
          {...{ language, holding }}
          matters={seen.matters}
          made={now}
          hrefOf={({ path, workspacePath }) => visit.href(workspacePath ?? path)}
        />
        <p>
          <a href={visit.href(`/portal/cities/${seen.city.id}/hand-over/file`)}>{t('download-pack')}</a>
        </p>
      </>
    );
    return personal(visit.show({ title: t('mandates-of', { city: seen.city.shown }), body }));
  };
}

interface ChannelsProps {
  readonly visit: Visit;
  readonly cityId: string;
  readonly channels: readonly ListedChannel[];
}

function Channels({ visit, cityId, channels }: ChannelsProps) {
  const t = words(visit.language);
  const add = {
    href: visit.href(`/workspace/mandates/cities/${cityId}/channels/new`),
    label: t('record-channel'),
  };
  return (
    <>
      <Table
        caption={t('channels')}
        captionHidden
        rows={channels}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'reach',
            title: t('reach'),
            rowHeader: true,
            cell: ({ kind, reach }) => (
              <>
                {t(`channel.${kind}`)}: <bdi>{reach}</bdi>
              </>
            ),
          },
          { key: 'source', title: t('source'), cell: ({ source }) => <bdi>{source}</bdi> },
          { key: 'since', title: t('known-since'), cell: ({ knownSince }) => <DateText date={knownSince} /> },
          {
            key: 'recorded',
            title: t('recorded'),
            cell: ({ recordedAt, recordedByName }) => (
              <>
                <DateText date={dayInUtc(recordedAt)} />, <bdi>{recordedByName}</bdi>
              </>
            ),
          },
          {
            key: 'do',
            title: t('what-you-can-do'),
            cell: ({ id, retiredAt, retiredWhy }) =>
              retiredAt ? (
                <span class="quiet">
                  {t('retired')} <bdi>{retiredWhy}</bdi>
                </span>
              ) : (
                <a href={visit.href(`/workspace/mandates/channels/${id}/retirement`)}>
                  {t('retire-channel')}
                </a>
              ),
          },
        ]}
        empty={
          <EmptyState title={t('no-channels')} action={add}>
            {t('no-channels-why')}
          </EmptyState>
        }
      />
      {channels.length > 0 && (
        <p>
          <ButtonLink href={add.href}>{add.label}</ButtonLink>
        </p>
      )}
    </>
  );
}
