import { PageHead } from '../../../design/page-head.tsx';
import { Pagination } from '../../../design/pagination.tsx';
import { listActs } from '../../../platform/audit/act.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { get, type Route, type Visit } from '../../../platform/http/route.ts';
import { secretariat } from '../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { ActsTable } from './acts-table.tsx';

const perPage = 50;

/** The audit trail of everything, or of one record by `kind` and `id`. */
export const actRoutes: readonly Route[] = [get('/workspace/acts', secretariat, showActs)];

async function showActs(visit: Visit): Promise<Response> {
  const t = words(visit.language);
  const kind = visit.query('kind');
  const id = visit.query('id');
  const before = new Date(visit.query('before') ?? '');
  const acts = await reading(visit.world, visit.actor, (tx) =>
    listActs(tx, {
      ...(kind && id ? { subject: { kind, id } } : {}),
      ...(Number.isNaN(before.getTime()) ? {} : { before }),
      limit: perPage,
    }),
  );
  const title = t(kind && id ? 'acts.of-record' : 'acts.title');
  const last = acts.length === perPage ? acts.at(-1) : undefined;
  const older = new URLSearchParams({
    ...(kind && id ? { kind, id } : {}),
    before: last?.at.toISOString() ?? '',
  });
  return visit.show({
    title,
    body: (
      <>
        <PageHead title={title} lead={t('acts.lead')} />
        <ActsTable visit={visit} acts={acts} caption={title} />
        {last && <Pagination nextHref={visit.href(`/workspace/acts?${older}`)} />}
      </>
    ),
  });
}
