import type { Tx } from '../../../platform/database/atomically.ts';
import { loadEngagements } from '../../city-registry/index.ts';
import { engagementOfSeat } from '../rules/engagement-of-seat.ts';
import { listSeatsOfCities } from '../store/seats.ts';

/** Tells the cities' pages of every seat a city holds or held, as the seats stand now. By the worker. */
export async function tellCities(tx: Tx): Promise<void> {
  const seats = await listSeatsOfCities(tx);
  await loadEngagements(tx, 'governance', seats.map(engagementOfSeat));
}
