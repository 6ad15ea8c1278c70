import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '../../src/kernel/actor.ts';
import { reading } from '../../src/platform/database/atomically.ts';
import { type TestWorld, testWorld } from '../support/world.ts';

interface TableFacts {
  readonly name: string;
  readonly comment: string | null;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly owner: string;
}

const classes = ['public', 'network', 'city', 'staff', 'restricted'];
const serving = ['mmc_public', 'mmc_member', 'mmc_worker', 'mmc_verify'];

describe('every table', () => {
  let world: TestWorld;
  let tables: TableFacts[] = [];
  beforeAll(async () => {
    world = await testWorld();
    tables = await listTables(world);
  });
  afterAll(() => world.close());

  it('is seen by this test', () => {
    expect(tables.length).toBeGreaterThan(20);
  });

  it('declares its confidentiality', () => {
    expect(tables.filter((table) => !classOf(table)).map(({ name }) => name)).toEqual([]);
  });

  it('has row-level security on, for its owner too', () => {
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced).map(({ name }) => name)).toEqual([]);
  });

  it('belongs to the owner, who serves no request', () => {
    expect(
      tables.filter(({ owner }) => owner !== 'mmc_owner').map(({ name, owner }) => `${name} of ${owner}`),
    ).toEqual([]);
  });

  it('is open to the public role only where it is public, or row by row under a condition', async () => {
    const open = await sql<{ name: string }>`select c.oid::regclass::text as name from pg_class c
      where c.relkind = 'r' and has_any_column_privilege('mmc_public', c.oid, 'select') and ${ourSchemas}
        and not exists (select 1 from pg_policy p where p.polrelid = c.oid and 'mmc_public'::regrole = any (p.polroles)
          and pg_get_expr(p.polqual, p.polrelid) <> 'true')`.execute(world.databases.owner.database);
    const publicTables = tables.filter((table) => classOf(table) === 'public').map(({ name }) => name);
    expect(open.rows.map(({ name }) => name).filter((name) => !publicTables.includes(name))).toEqual([]);
  });

  it('can be written by the public and verify roles nowhere', async () => {
    const writable = await sql<{ name: string }>`select r.role || ' ' || c.oid::regclass::text as name
      from pg_class c, (values ('mmc_public'), ('mmc_verify')) r (role)
      where c.relkind = 'r' and ${ourSchemas} and (has_table_privilege(r.role, c.oid, 'insert') or has_table_privilege(r.role, c.oid, 'delete')
        or has_table_privilege(r.role, c.oid, 'truncate') or has_any_column_privilege(r.role, c.oid, 'update'))`.execute(
      world.databases.owner.database,
    );
    expect(writable.rows).toEqual([]);
  });

  it('shows a member without context nothing that is not public', async () => {
    const seen: string[] = [];
    for (const { name } of tables.filter((table) => classOf(table) !== 'public')) {
      const rows = await reading(world, anonymous, (tx) =>
        sql`select 1 from ${sql.raw(name)} limit 1`.execute(tx),
      ).catch((error: { code?: string }) => {
        if (error.code === '42501') return { rows: [] };
        throw error;
      });
      if (rows.rows.length > 0) seen.push(name);
    }
    expect(seen).toEqual([]);
  });

  it('is safe from roles that could step around: none owns, none bypasses, none is a superuser', async () => {
    const { rows } = await sql<{ rolname: string }>`select rolname from pg_roles
      where rolname in (${sql.join(serving)}) and (rolsuper or rolbypassrls or rolcreaterole)`.execute(
      world.databases.owner.database,
    );
    expect(rows).toEqual([]);
  });

  it('would be named here if it came without a class or without its walls (planted fault)', async () => {
    await sql`create table platform.planted (id integer primary key)`.execute(world.databases.owner.database);
    const planted = (await listTables(world)).find(({ name }) => name === 'platform.planted');
    expect(planted && classOf(planted)).toBeUndefined();
    expect(planted).toMatchObject({ enabled: false, forced: false });
  });
});

const ourSchemas = sql<boolean>`c.relnamespace not in (select oid from pg_namespace where nspname like 'pg\\_%' or nspname = 'information_schema')`;

function classOf({ comment }: TableFacts): string | undefined {
  const match = /^confidentiality: (\w+)\. \S/.exec(comment ?? '');
  return classes.find((name) => name === match?.[1]);
}

async function listTables(world: TestWorld): Promise<TableFacts[]> {
  const { rows } =
    await sql<TableFacts>`select c.oid::regclass::text as name, obj_description(c.oid, 'pg_class') as comment,
    c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner
    from pg_class c where c.relkind in ('r', 'p') and ${ourSchemas} order by 1`.execute(
      world.databases.owner.database,
    );
  return rows;
}
