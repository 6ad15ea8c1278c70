import { describe, expect, it } from 'vitest';
import { ConfigTrouble, readConfig, settings } from './config.ts';

const troubleOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigTrouble ? error.problems : [String(error)];
  }
};
const live = {
  MODE: 'live',
  PUBLIC_URL: 'https://example.org',
  SECRET: 'thirty-two characters at the very least',
  MAIL_URL: 'smtp://mail.example.org',
};

describe('the settings', () => {
  it('are all optional in trial mode, on loopback', () => {
    expect(readConfig({})).toMatchObject({ mode: 'trial', host: '127.0.0.1', port: 3000, databaseUrl: null });
  });

  it.each(['0.0.0.0', '192.168.1.5', 'example.org', '::'])(
    'let a trial listen on loopback only, not on %s',
    (HOST) => {
      expect(troubleOf({ HOST })).toEqual([expect.stringContaining('loopback')]);
    },
  );

  it.each(['127.0.0.1', '127.0.1.1', 'localhost', '::1'])('take %s for loopback', (HOST) => {
    expect(troubleOf({ HOST })).toEqual([]);
  });

  it('name everything that live mode misses, at once', () => {
    const problems = troubleOf({ MODE: 'live' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['PUBLIC_URL', 'SECRET', 'MAIL_URL']);
    expect(troubleOf(live)).toEqual([]);
  });

  it.each([
    [{ MODE: 'demo' }, 'MODE'],
    [{ PORT: 'http' }, 'PORT'],
    [{ ...live, PUBLIC_URL: 'example.org/path' }, 'PUBLIC_URL'],
    [{ ...live, SECRET: 'short' }, 'SECRET'],
  ])('refuse %j with a sentence that names %s', (env, name) => {
    expect(troubleOf(env)).toEqual([expect.stringMatching(new RegExp(`^${name}`))]);
  });

  it('are told, each with what it is', () => {
    expect(settings.every(({ says }) => says.length > 10)).toBe(true);
  });
});
