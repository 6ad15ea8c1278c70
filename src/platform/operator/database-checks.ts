import { sql } from 'kysely';
import { shipped } from '../config/project-root.ts';
import { connect, ping } from '../database/connect.ts';
import { serverAddress } from '../database/location.ts';
import { readMigrations } from '../database/migrate.ts';
import { databaseRoles } from '../database/roles.ts';
import { type DoctorCheck, ill, well } from './doctor-check.ts';

/** The database as the platform needs it. */
export const databaseChecks: readonly DoctorCheck[] = [
  {
    name: 'database',
    async run({ db }) {
      const { rows } = await sql<{
        version: string;
        number: number;
      }>`select current_setting('server_version') as version,
        current_setting('server_version_num')::int as number`.execute(db);
      const [found] = rows;
      return found && found.number >= 150_000
        ? well(`PostgreSQL ${found.version}`)
        : ill(`PostgreSQL ${found?.version}; the platform needs 15 or later`);
    },
  },
  {
    name: 'migrations',
    async run({ db }) {
      const wanted = readMigrations(shipped('database/migrations'));
      const ran = await sql<{
        name: string;
        sha256: string;
      }>`select name, sha256 from platform.migration`.execute(db);
      const hashes = new Map(ran.rows.map(({ name, sha256 }) => [name, sha256]));
      const missing = wanted.filter(({ name }) => !hashes.has(name)).map(({ name }) => name);
      const changed = wanted.filter(({ name, sha256 }) => hashes.has(name) && hashes.get(name) !== sha256);
      const newer = [...hashes.keys()].filter((name) => !wanted.some((migration) => migration.name === name));
      if (newer.length > 0) return ill(`the database is newer than this program: it has ${newer.join(', ')}`);
      if (changed.length > 0)
        return ill(`changed since they ran: ${changed.map(({ name }) => name).join(', ')}`);
      return missing.length === 0
        ? well(`all ${wanted.length} ran, the last is ${wanted.at(-1)?.name}`)
        : ill(`not run yet: ${missing.join(', ')}; the next start runs them`);
    },
  },
  {
    name: 'roles',
    async run({ config, secrets }) {
      const address = serverAddress(config, secrets);
      for (const role of databaseRoles) {
        const connection = connect(role, address, secrets, 1);
        try {
          await ping(connection.database);
          const { rows } = await sql`select from pg_roles where rolname = current_user
            and (rolsuper or rolbypassrls or rolcreaterole)`.execute(connection.database);
          if (rows.length > 0) return ill(`mmc_${role} could step around row-level security`);
        } finally {
          await connection.close();
        }
      }
      return well('all five sign in, none can step around row-level security');
    },
  },
  {
    name: 'row-level security',
    async run({ db }) {
      const { rows } = await sql<{ name: string; walled: boolean }>`
        select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as walled
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and pg_get_userbyid(c.relowner) = 'mmc_owner'`.execute(
        db,
      );
      const open = rows.filter(({ walled }) => !walled).map(({ name }) => name);
      if (rows.length === 0) return ill('there are no tables of ours');
      return open.length === 0
        ? well(`forced on all ${rows.length} tables`)
        : ill(`not forced on ${open.join(', ')}`);
    },
  },
  {
    name: 'extensions',
    async run({ db }) {
      const wanted = ['pg_trgm', 'unaccent', 'btree_gist'];
      const { rows } = await sql<{ extname: string }>`select extname::text from pg_extension`.execute(db);
      const missing = wanted.filter((name) => !rows.some(({ extname }) => extname === name));
      return missing.length === 0 ? well(wanted.join(', ')) : ill(`missing: ${missing.join(', ')}`);
    },
  },
  {
    name: 'durability',
    async run({ config, secrets }) {
      // As the web's role, in the web's database: either may have a setting of its own.
      const member = connect('member', serverAddress(config, secrets), secrets, 1);
      try {
        const { rows } = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
          where name in ('synchronous_commit', 'fsync', 'full_page_writes', 'data_checksums')`.execute(
          member.database,
        );
        const bad = rows.filter(({ name, setting }) =>
          name === 'synchronous_commit' ? setting === 'off' || setting === 'local' : setting !== 'on',
        );
        return bad.length === 0
          ? well(rows.map(({ name, setting }) => `${name} ${setting}`).join(', '))
          : ill(
              `what is acknowledged may be lost: ${bad.map(({ name, setting }) => `${name} is ${setting}`).join(', ')}`,
            );
      } finally {
        await member.close();
      }
    },
  },
];
