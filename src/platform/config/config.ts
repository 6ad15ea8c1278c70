import path from 'node:path';

/** Everything that may be set from outside, read once at start. `mmc --help` and the README print this table. */
export const settings = [
  { name: 'MODE', fallback: 'trial', says: 'trial (loopback only, one-time sign-in links printed) or live' },
  { name: 'HOST', fallback: '127.0.0.1', says: 'address to listen on; trial mode refuses any but loopback' },
  { name: 'PORT', fallback: '3000', says: 'port to listen on' },
  {
    name: 'DATA_DIR',
    fallback: './var',
    says: 'folder for the embedded database, files and the trial secret',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    says: 'a PostgreSQL 15 or later to use in place of the embedded one',
  },
  {
    name: 'PUBLIC_URL',
    fallback: '',
    says: 'the address people type, e.g. https://example.org (needed in live mode)',
  },
  {
    name: 'SECRET',
    fallback: '',
    says: '32 characters or more, kept with your backups (needed in live mode)',
  },
  {
    name: 'MAIL_URL',
    fallback: '',
    says: 'smtp://user:password@host:port for outgoing mail (needed in live mode)',
  },
  {
    name: 'MAIL_IN_URL',
    fallback: '',
    says: 'imaps://user:password@host:993/INBOX, the mailbox cities write to; read every two minutes, never changed',
  },
  {
    name: 'TRANSLATE_URL',
    fallback: '',
    says: 'a machine translation service that answers as LibreTranslate does; off when empty, and its drafts never count as reviewed',
  },
  { name: 'TRANSLATE_KEY', fallback: '', says: 'the key that service wants, if any' },
] as const;

export interface Config {
  readonly mode: 'trial' | 'live';
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly publicUrl: string;
  /** Given by the operator; in trial mode one is made and kept in the data directory. */
  readonly secret: string | null;
  readonly mailUrl: string | null;
  readonly mailInUrl: string | null;
  readonly translation: { readonly url: string; readonly key: string | null } | null;
}

/** What stands in the way of starting, each as a sentence for the operator. */
export class ConfigTrouble extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigTrouble';
    this.problems = problems;
  }
}

/** @throws ConfigTrouble naming every setting that is missing or wrong, all at once */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const mode = env['MODE'] || 'trial';
  if (mode !== 'trial' && mode !== 'live') problems.push(`MODE is "${mode}": it must be trial or live.`);
  const host = env['HOST'] || '127.0.0.1';
  const port = Number(env['PORT'] || '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push(`PORT is "${env['PORT']}": it must be 0 to 65535.`);
  if (mode === 'trial' && !isLoopback(host)) {
    problems.push(
      `HOST is "${host}": trial mode prints sign-in links, so it listens on loopback only. Set MODE=live to serve others.`,
    );
  }
  const publicUrl = env['PUBLIC_URL'] || (mode === 'trial' ? `http://${urlHost(host)}:${port}` : '');
  if (mode === 'live') problems.push(...missingInLive(env));
  if (env['PUBLIC_URL'] && !/^https?:\/\/[^/]+$/.test(env['PUBLIC_URL'])) {
    problems.push(`PUBLIC_URL is "${env['PUBLIC_URL']}": it must be http(s)://host[:port] without a path.`);
  }
  if (env['MAIL_IN_URL'] && !/^imaps?:\/\/[^@/]+:[^@/]+@[^@/]+(?:\/|$)/.test(env['MAIL_IN_URL']))
    problems.push(
      'MAIL_IN_URL must be imaps://user:password@host:port/FOLDER, with @ and : in names written %40 and %3A.',
    );
  if (env['TRANSLATE_URL'] && !/^https?:\/\/[^/\s]+/.test(env['TRANSLATE_URL']))
    problems.push('TRANSLATE_URL must be http(s)://host[:port], with a path if the service has one.');
  if (env['SECRET'] && env['SECRET'].length < 32)
    problems.push('SECRET is too short: it needs 32 characters or more.');
  if (problems.length > 0) throw new ConfigTrouble(problems);
  return {
    mode: mode as Config['mode'],
    host,
    port,
    dataDir: path.resolve(env['DATA_DIR'] || './var'),
    databaseUrl: env['DATABASE_URL'] || null,
    publicUrl,
    secret: env['SECRET'] || null,
    mailUrl: env['MAIL_URL'] || null,
    mailInUrl: env['MAIL_IN_URL'] || null,
    translation: env['TRANSLATE_URL']
      ? { url: env['TRANSLATE_URL'], key: env['TRANSLATE_KEY'] || null }
      : null,
  };
}

function missingInLive(env: Record<string, string | undefined>): string[] {
  return settings
    .filter(({ name }) => ['PUBLIC_URL', 'SECRET', 'MAIL_URL'].includes(name) && !env[name])
    .map(({ name, says }) => `${name} is missing: ${says}.`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
