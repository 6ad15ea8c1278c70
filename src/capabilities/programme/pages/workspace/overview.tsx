import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { mayKeep } from '../../permissions.ts';
import { type Activity, standingOf } from '../../rules/activity.ts';
import { listCurrent, listOver } from '../../store/activities.ts';
import { type Funnel, funnelOf } from '../../store/invitations.ts';
import { home, todayIn } from '../frame.ts';

/** What is open to cities, how far its invitations have come, and the ways from here. */
export async function showOverview(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const today = todayIn(visit);
  const { current, over, funnels } = await reading(world, actor, async (tx) => {
    const current = await listCurrent(tx, today);
    const over = await listOver(tx, today, 20);
    const funnels = await funnelOf(
      tx,
      [...current, ...over].map(({ id }) => id),
    );
    return { current, over, funnels };
  });
  return visit.show({
    title: t('programme'),
    body: (
      <>
        <PageHead
          title={t('programme')}
          lead={t('programme-lead')}
          next={
            mayKeep(actor) && (
              <ButtonLink look="main" href={visit.href(`${home}/activities/new`)}>
                {t('add-activity')}
              </ButtonLink>
            )
          }
        />
        <p>
          <a href={visit.href(`${home}/contact-budget`)}>{t('contact-budget')}</a>
        </p>
        <CitySearch visit={visit} />
        <section>
          <h2>{t('open-activities')}</h2>
          <ActivityTable visit={visit} activities={current} funnels={funnels} today={today} />
        </section>
        {over.length > 0 && (
          <section>
            <h2>{t('over-activities')}</h2>
            <ActivityTable visit={visit} activities={over} funnels={funnels} today={today} />
          </section>
        )}
      </>
    ),
  });
}

/** The other way round: what is open to one city. */
export function CitySearch({ visit }: { visit: Visit }) {
  const t = words(visit.language);
  return (
    <form action={visit.href(`${home}/cities`)} method="get" class="form">
      <div class="field">
        <label for="city-words">{t('find-city')}</label>
        <span class="with-unit">
          <input id="city-words" type="search" name="q" value={visit.query('q')} />
          <SubmitButton look="plain">{t('find')}</SubmitButton>
        </span>
      </div>
    </form>
  );
}

interface TableProps {
  readonly visit: Visit;
  readonly activities: readonly Activity[];
  readonly funnels: ReadonlyMap<string, Funnel>;
  readonly today: ReturnType<typeof todayIn>;
}

const tones = { planned: 'waiting', open: 'active', over: 'neutral' } as const;

function ActivityTable({ visit, activities, funnels, today }: TableProps) {
  const { language } = visit;
  const t = words(language);
  return (
    <Table
      caption={t('activities')}
      captionHidden
      rows={activities}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('no-activities')}>{t('no-activities-why')}</EmptyState>}
      columns={[
        {
          key: 'title',
          title: t('activity'),
          rowHeader: true,
          cell: ({ id, title }) => <a href={visit.href(`${home}/activities/${id}`)}>{title[language]}</a>,
        },
        { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: 'until',
          title: t('until'),
          cell: ({ closesOn }) => (closesOn ? formatDate(language, closesOn) : t('letter.no-end')),
        },
        {
          key: 'stage',
          title: t('stage'),
          cell: (one) => {
            const standing = standingOf(one, today);
            return <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>;
          },
        },
        {
          key: 'invited',
          title: t('invited'),
          figure: true,
          cell: ({ id }) => formatNumber(language, funnels.get(id)?.invited ?? 0),
        },
        {
          key: 'yes',
          title: t('joined'),
          figure: true,
          cell: ({ id }) => formatNumber(language, funnels.get(id)?.yes ?? 0),
        },
      ]}
    />
  );
}
