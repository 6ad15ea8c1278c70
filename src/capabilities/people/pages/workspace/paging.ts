import type { Visit } from '../../../../platform/http/route.ts';

export const pageSize = 50;

/** Which page of a list is asked for, from 1. */
export function pageOf(visit: Visit): number {
  const asked = Number(visit.query('page') ?? '1');
  return Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
}

/** A list's address with what is filtered. */
export function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(said).toString();
  return search ? `${path}?${search}` : path;
}
