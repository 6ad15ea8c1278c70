import { describe, expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';
import { endedSessionCookie, sessionCookie, sessionTokenOf } from './cookie.ts';
import { networkOf, rememberClient } from './network.ts';
import { hashToken } from './token.ts';

const trial = readConfig({});
const live = readConfig({ PUBLIC_URL: 'https://example.org' });
const token = 'a'.repeat(43);
const asking = (headers: Record<string, string>) => new Request('http://localhost/', { headers });

describe('the session cookie', () => {
  it('is kept from scripts and other sites, and bound to the host over TLS', () => {
    expect(sessionCookie(live, token, 60)).toBe(
      `__Host-session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure`,
    );
    expect(sessionCookie(trial, token, 60)).toBe(
      `session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60`,
    );
    expect(endedSessionCookie(trial)).toContain('Max-Age=0');
  });

  it('is found among others', () => {
    expect(sessionTokenOf(trial, asking({ cookie: `theme=dark; session=${token}; x=y` }))).toBe(token);
  });

  it.each([
    ['no cookie', {}],
    ['another name', { cookie: `sessions=${token}` }],
    ['a token too short', { cookie: 'session=abc' }],
    ['a token with a quote', { cookie: `session=${"'".repeat(43)}` }],
  ])('is nothing with %s', (_, headers) => {
    expect(sessionTokenOf(trial, asking(headers as Record<string, string>))).toBeUndefined();
  });

  it('is not taken over TLS under the name a neighbour host could set', () => {
    expect(sessionTokenOf(live, asking({ cookie: `session=${token}` }))).toBeUndefined();
  });

  it('is stored as a hash from which it cannot be had', () => {
    expect(hashToken(token).toString('hex')).not.toContain(Buffer.from(token).toString('hex'));
    expect(hashToken(token)).toHaveLength(32);
  });
});

describe('where a request comes from', () => {
  const from = (socketAddress: string | undefined, headers: Record<string, string> = {}) => {
    const request = asking(headers);
    rememberClient(request, socketAddress);
    return networkOf(request);
  };

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    [undefined, 'unknown'],
  ])('counts %s as %s', (address, network) => {
    expect(from(address)).toBe(network);
  });

  it('is what a proxy on this machine says, and what nobody else says', () => {
    const claimed = { 'x-forwarded-for': '203.0.113.1, 198.51.100.2' };
    expect(from('127.0.0.1', claimed)).toBe('198.51.100.2');
    expect(from('::ffff:127.0.0.1', claimed)).toBe('198.51.100.2');
    expect(from('192.0.2.7', claimed)).toBe('192.0.2.7');
  });
});
