import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Tx } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { type City, cityName, findCity } from '../../../city-registry/index.ts';
import { whyNotSeeCity } from '../../permissions.ts';

/** The city of the address, for those who may see who acts for it; for all others it is not there. */
export async function cityOf(tx: Tx, visit: Visit): Promise<City & { readonly shown: string }> {
  const id = visit.param('id');
  if (!isUuid(id) || whyNotSeeCity(visit.actor, id)) throw notFound();
  const city = await findCity(tx, id);
  if (!city) throw notFound();
  return { ...city, shown: cityName(visit.language, city) };
}
