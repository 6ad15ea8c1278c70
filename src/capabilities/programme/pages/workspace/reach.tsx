import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { compareNames, countryName } from '../../../../platform/languages/format.ts';
import { reachOf } from '../../actions/reach-of-activity.ts';
import { words } from '../../messages/index.ts';
import { mayKeep } from '../../permissions.ts';
import { findActivity } from '../../store/activities.ts';
import { home, idIn, todayIn } from '../frame.ts';
import { perPage, reachAsked } from './reach-asked.ts';
import { ReachTable } from './reach-table.tsx';
import { ReachWeightsTable } from './reach-weights.tsx';

/** The cities an activity should reach, under-served ones first; tick and go on to their letters. */
export async function showReach(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const asked = reachAsked(visit);
  const { activity, found } = await reading(world, actor, async (tx) => {
    const activity = await findActivity(tx, idIn(visit, 'id'));
    if (!activity) throw notFound();
    return { activity, found: await reachOf(tx, activity, todayIn(visit), asked) };
  });
  const path = `${home}/activities/${activity.id}`;
  const query: Record<string, string | undefined> = {
    country: asked.only.country ?? undefined,
    needing: asked.only.needing ? 'yes' : undefined,
    newcomers: asked.only.newcomers ? 'yes' : undefined,
  };
  const at = (changed: Record<string, string | undefined>) => {
    const kept = Object.entries({ ...query, ...changed }).filter(([, value]) => value !== undefined);
    return visit.href(`${path}/reach?${new URLSearchParams(kept as [string, string][])}`);
  };
  const more = found.cities.length > perPage;
  return visit.show({
    title: t('whom-to-reach'),
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(home), label: t('programme') },
            { href: visit.href(path), label: activity.title[language] },
          ]}
        />
        <PageHead title={t('whom-to-reach')} kind={activity.title[language]} lead={t('reach-lead')} />
        <FilterBar
          action={visit.href(`${path}/reach`)}
          answers={query}
          clearHref={visit.href(`${path}/reach`)}
          applied={[
            ...(query['country']
              ? [
                  {
                    label: t('country'),
                    value: countryName(language, query['country']),
                    removeHref: at({ country: undefined }),
                  },
                ]
              : []),
            ...(query['needing']
              ? [{ label: t('only'), value: t('only-needing'), removeHref: at({ needing: undefined }) }]
              : []),
            ...(query['newcomers']
              ? [{ label: t('only'), value: t('only-newcomers'), removeHref: at({ newcomers: undefined }) }]
              : []),
          ]}
        >
          <SelectField
            name="country"
            label={t('country')}
            none={t('any-country')}
            choices={found.countries
              .map((value) => ({ value, label: countryName(language, value) }))
              .toSorted((a, b) => compareNames(language, a.label, b.label))}
            optional
          />
          <CheckboxField name="needing" question={t('needs')} label={t('only-needing')} optional />
          <CheckboxField name="newcomers" question={t('engagement')} label={t('only-newcomers')} optional />
        </FilterBar>
        <ReachTable
          language={language}
          href={visit.href}
          inviteAt={mayKeep(actor) ? `${path}/invitations/new` : null}
          csv={at({}).replace('/reach?', '/reach.csv?')}
          cities={found.cities.slice(0, perPage)}
          from={asked.offset}
        />
        <Pagination
          previousHref={asked.page > 1 ? at({ page: String(asked.page - 1) }) : undefined}
          nextHref={more ? at({ page: String(asked.page + 1) }) : undefined}
          position={t('page-n', { n: asked.page })}
        />
        <ReachWeightsTable language={language} />
      </>
    ),
  });
}
