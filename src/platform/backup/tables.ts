import type pg from 'pg';

/** A table of ours, as a backup keeps it: reckoned columns are left out, for the database reckons them again. */
export interface Table {
  /** `schema.table` */
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether the verify role is let see every row: a backup of a part would look whole. */
  readonly readInFull: boolean;
}

/** Every table that is not PostgreSQL's, an extension's or the job queue's, in the order of their names. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      (select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      not c.relrowsecurity or exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*')
        and 'mmc_verify'::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true') as "readInFull"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by 1`);
  return rows;
}

export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}
