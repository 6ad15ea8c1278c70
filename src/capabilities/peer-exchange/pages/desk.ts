import { isUuid } from '../../../kernel/id.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { type City, cityName, listCitiesByIds } from '../../city-registry/index.ts';
import type { NameOf } from '../actions/grounds-in-words.ts';

/** The same pages stand in the city's portal and, on a city's behalf, in the workspace. */
export function deskOf(visit: Visit): '/portal/exchange' | '/workspace/exchange' {
  return visit.url.pathname.startsWith('/portal/') ? '/portal/exchange' : '/workspace/exchange';
}

/** An id from the path; what is no id is not there. */
export function idIn(visit: Visit, name: string): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}

export interface NamedCities {
  readonly name: NameOf;
  readonly city: (id: string) => City | undefined;
}

export async function namedCities(
  visit: Visit,
  reader: Reader,
  ids: readonly string[],
): Promise<NamedCities> {
  const cities = new Map((await listCitiesByIds(reader, ids)).map((city) => [city.id, city]));
  return {
    city: (id) => cities.get(id),
    name: (id) => {
      const city = cities.get(id);
      return city ? cityName(visit.language, city) : '';
    },
  };
}

/** What pages hand to their views. */
export interface Frame {
  readonly language: Visit['language'];
  readonly href: (path: string) => string;
  readonly base: ReturnType<typeof deskOf>;
}

export function frameOf(visit: Visit): Frame {
  return { language: visit.language, href: (path) => visit.href(path), base: deskOf(visit) };
}
