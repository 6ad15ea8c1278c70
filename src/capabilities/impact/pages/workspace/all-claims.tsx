import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { claimKinds, isClaimKind } from '../../rules/claim-kinds.ts';
import { type ClaimFilters, listClaims } from '../../store/claim-list.ts';
import { ClaimsTable } from './claims-table.tsx';

const perPage = 50;
const stages = ['proposed', 'verified', 'imported', 'refused', 'withdrawn'] as const;
const origins = ['proposed', 'from-record', 'first-edition'] as const;

/** Every claim, by stage, kind and origin, those that changed last first. */
export async function showAllClaims(visit: Visit): Promise<Response> {
  const { world, actor, language } = visit;
  const t = words(language);
  const filters = filtersAsked(visit);
  const rows = await reading(world, actor, (tx) =>
    listClaims(tx, { ...filters, language, before: cursorAsked(visit), limit: perPage + 1 }),
  );
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  const address = (query: Readonly<Record<string, string | undefined>>) => {
    const said = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return visit.href(`/workspace/impact/claims?${new URLSearchParams(said)}`);
  };
  return visit.show({
    title: t('all-claims'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/impact'), label: t('ledger') }]} />
        <PageHead title={t('all-claims')} />
        <FilterBar
          action={visit.href('/workspace/impact/claims')}
          answers={{ ...filters }}
          clearHref={visit.href('/workspace/impact/claims')}
          applied={applied(filters, t, address)}
        >
          <SelectField
            name="stage"
            label={t('where-it-stands')}
            choices={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
            none={t('any')}
            optional
          />
          <SelectField
            name="kind"
            label={t('kind')}
            choices={claimKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            none={t('any')}
            optional
          />
          <SelectField
            name="origin"
            label={t('origin')}
            choices={origins.map((value) => ({ value, label: t(`origin.${value}`) }))}
            none={t('any')}
            optional
          />
          <TextField name="search" label={t('search-words')} optional />
        </FilterBar>
        <ClaimsTable
          caption={t('all-claims')}
          rows={shown}
          language={language}
          href={(path) => visit.href(path)}
          empty={<EmptyState title={t('no-claim-found')}>{t('no-claim-found-why')}</EmptyState>}
        />
        <Pagination
          nextHref={last && address({ ...filters, before: `${last.changedAt} ${last.entry.id}` })}
        />
      </>
    ),
  });
}

function filtersAsked(visit: Visit): ClaimFilters {
  const kind = visit.query('kind') ?? '';
  return {
    stage: stages.find((one) => one === visit.query('stage')),
    kind: isClaimKind(kind) ? kind : undefined,
    origin: origins.find((one) => one === visit.query('origin')),
    search: visit.query('search')?.slice(0, 100),
  };
}

function cursorAsked(visit: Visit) {
  const [changedAt = '', id = ''] = (visit.query('before') ?? '').split(' ');
  return isUuid(id) && !Number.isNaN(Date.parse(changedAt)) ? { changedAt, id } : undefined;
}

function applied(
  filters: ClaimFilters,
  t: ReturnType<typeof words>,
  address: (query: Readonly<Record<string, string | undefined>>) => string,
) {
  const { stage, kind, origin, search } = filters;
  return [
    ...(stage
      ? [
          {
            label: t('where-it-stands'),
            value: t(`stage.${stage}`),
            removeHref: address({ ...filters, stage: undefined }),
          },
        ]
      : []),
    ...(kind
      ? [{ label: t('kind'), value: t(`kind.${kind}`), removeHref: address({ ...filters, kind: undefined }) }]
      : []),
    ...(origin
      ? [
          {
            label: t('origin'),
            value: t(`origin.${origin}`),
            removeHref: address({ ...filters, origin: undefined }),
          },
        ]
      : []),
    ...(search
      ? [{ label: t('search-words'), value: search, removeHref: address({ ...filters, search: undefined }) }]
      : []),
  ];
}
