import type { Config } from '../config/config.ts';
import { isToken } from './token.ts';

/** With TLS the browser itself promises that the cookie came from this host alone and goes to no other. */
function cookieName(config: Config): string {
  return isSecure(config) ? '__Host-session' : 'session';
}

function isSecure(config: Config): boolean {
  return config.publicUrl.startsWith('https:');
}

/** The session's token, when the request carries something that looks like one. */
export function sessionTokenOf(config: Config, request: Request): string | undefined {
  const wanted = cookieName(config);
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const split = pair.indexOf('=');
    if (pair.slice(0, split).trim() !== wanted) continue;
    const value = pair.slice(split + 1).trim();
    return isToken(value) ? value : undefined;
  }
  return undefined;
}

export function sessionCookie(config: Config, token: string, maxAgeSeconds: number): string {
  const secure = isSecure(config) ? '; Secure' : '';
  return `${cookieName(config)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

export function endedSessionCookie(config: Config): string {
  return sessionCookie(config, '', 0);
}
