import type pg from 'pg';

interface Fastening {
  /** Takes it off, and puts it back as it was. */
  readonly off: string;
  readonly on: string;
}

/**
 * Runs work on tables without what guards single rows: foreign keys (so that any order of tables loads), triggers (what they did is in the
 * rows already), indexes and the wall that binds the owner. All come back before the transaction ends, and foreign keys check every row anew.
 * Needs no more than owning the tables.
 */
export async function unfastened<T>(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<T>,
  afterFastening: () => Promise<void>,
): Promise<T> {
  const { rows } = await client.query<Fastening>(fastenings, [tables]);
  for (const { off } of rows) await client.query(off);
  for (const table of tables) await client.query(`alter table ${table} no force row level security`);
  const result = await work();
  for (const { on } of rows.toReversed()) await client.query(on);
  await afterFastening();
  for (const table of tables) await client.query(`alter table ${table} force row level security`);
  return result;
}

/** Foreign keys come off first and on last. A trigger that somebody switched off stays as it is. */
const fastenings = `
  with ours as (select c.oid, c.oid::regclass as name from pg_class c where c.oid = any ($1::regclass[]))
  select off, "on" from (
    select 1 as place, format('alter table %s drop constraint %I', o.name, k.conname) as off,
      format('alter table %s add constraint %I %s', o.name, k.conname, pg_get_constraintdef(k.oid)) as "on"
    from pg_constraint k join ours o on o.oid = k.conrelid where k.contype = 'f' and k.conparentid = 0
    union all
    select 2, format('alter table %s disable trigger %I', o.name, t.tgname), format('alter table %s enable trigger %I', o.name, t.tgname)
    from pg_trigger t join ours o on o.oid = t.tgrelid where not t.tgisinternal and t.tgenabled = 'O'
    union all
    select 3, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join ours o on o.oid = i.indrelid
    where not i.indisprimary and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')
  ) as fastening order by place, off`;
