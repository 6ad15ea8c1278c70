import type pg from 'pg';
import type { Migration } from '../database/migrate.ts';
import type { ServerAddress } from '../database/roles.ts';
import { BackupRefused } from './refused.ts';
import { listTables, quoted } from './tables.ts';
import { withSession } from './session.ts';

/** Tables a migration itself fills; they do not make a database used. */
const filledByMigrations = [
  'platform.migration',
  'public_log.head',
  'mandates.term',
  'programme.contact_budget',
];

/**
 * A database that holds anything is replaced only when asked, and only at the schema of the backup.
 * @throws BackupRefused
 */
export async function refuseUnlike(
  owner: ServerAddress,
  wanted: readonly Migration[],
  replace: boolean,
): Promise<void> {
  await withSession(owner, async (client) => {
    const ran = await migrationsOf(client);
    if (ran.length === 0) return;
    const used = await firstUsed(client);
    if (used && !replace)
      throw new BackupRefused(
        `The database ${owner.database} is not empty (${used} has rows). Restore into an empty one, or say --replace to lose what it holds.`,
      );
    const head = wanted.at(-1)?.name;
    if (ran.length > wanted.length)
      throw new BackupRefused(
        `The database ${owner.database} is at ${ran.at(-1)}, the backup at ${head}. Restore into an empty database; it is brought up to date afterwards.`,
      );
  });
}

/** @throws BackupRefused when a program of ours is connected: it would write while rows are replaced */
export async function refuseInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{
    role: string;
  }>(`select distinct usename::text as role from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename in ('mmc_public', 'mmc_member', 'mmc_worker') order by 1`);
  if (rows.length > 0)
    throw new BackupRefused(
      `The platform is running on this database (${rows.map(({ role }) => role).join(', ')} connected). Stop it, then restore.`,
    );
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ known: string | null }>(
    `select to_regclass('platform.migration')::text as known`,
  );
  if (!rows[0]?.known) return [];
  const ran = await client.query<{ name: string }>('select name from platform.migration order by number');
  return ran.rows.map(({ name }) => name);
}

async function firstUsed(client: pg.Client): Promise<string | undefined> {
  for (const { name } of await listTables(client)) {
    if (filledByMigrations.includes(name)) continue;
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`);
    if (rowCount) return name;
  }
  return undefined;
}
