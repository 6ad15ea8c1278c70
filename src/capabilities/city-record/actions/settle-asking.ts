import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { announceAnswer } from '../../../platform/events/city-asked.ts';
import type { World } from '../../../world.ts';
import { isDue } from '../rules/freshness.ts';
import { wasAsked } from '../store/askings.ts';
import { factsOf } from '../store/facts.ts';
import { askedRecord } from './asked-record.ts';

/** Once nothing of the record is old any more, this month's asking is answered. */
export async function settleAsking(tx: Tx, world: World, cityId: string): Promise<void> {
  const today = dayInUtc(world.now());
  if (!(await wasAsked(tx, cityId, today))) return;
  if ((await factsOf(tx, cityId)).some((fact) => isDue(fact, today))) return;
  await announceAnswer(tx, world, { by: 'city-record', record: askedRecord(cityId, world.now()), cityId });
}
