import { isUuid } from '../../../kernel/id.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { type Reader, reading } from '../../../platform/database/atomically.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { type City, findCity } from '../../city-registry/index.ts';
import { isOfCity, whyNotRead } from '../permissions.ts';
import { factName, readFactName } from '../rules/fact-name.ts';
import type { FactKey, FactKind } from '../rules/fact-kinds.ts';

/** The same pages stand in the city's portal and, on a city's behalf, in the workspace. */
export function baseOf(visit: Visit, cityId: string): string {
  const desk = visit.url.pathname.startsWith('/portal/') ? '/portal' : '/workspace';
  return `${desk}/cities/${cityId}/record`;
}

/** The city of the address, for those who may read its record; to others it is not there. */
export async function atCity<T>(
  visit: Visit,
  read: (tx: Reader, city: City) => Promise<T>,
): Promise<T & { readonly city: City }> {
  const cityId = visit.param('id');
  if (!isUuid(cityId)) throw notFound();
  refuseIf(whyNotRead(visit.actor, cityId), 404);
  return await reading(visit.world, visit.actor, async (tx) => {
    const city = await findCity(tx, cityId);
    if (!city) throw notFound();
    return { ...(await read(tx, city)), city };
  });
}

export function factOfPath(visit: Visit): { readonly kind: FactKind; readonly item: string } {
  const read = readFactName(visit.param('fact'));
  if (!read) throw notFound();
  return read;
}

export function factPath(base: string, kind: FactKey, item: string): string {
  return `${base}/facts/${factName(kind, item)}`;
}

/** Whether the reader writes as somebody of the city; else as staff, who say how they know. */
export function speaksAsCity(visit: Visit, cityId: string): boolean {
  return isOfCity(visit.actor, cityId);
}
