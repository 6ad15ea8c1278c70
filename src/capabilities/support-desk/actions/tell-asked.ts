import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { announceAnswer, announceAsk } from '../../../platform/events/city-asked.ts';
import type { World } from '../../../world.ts';
import type { Case } from '../store/cases.ts';

const by = 'support-desk';
const recordOf = ({ id }: Pick<Case, 'id'>) => `case ${id}`;

/** A case that waits on its city counts among all that the council asks of it. */
export async function tellAsked(
  tx: Tx,
  world: World,
  asked: Pick<Case, 'id' | 'cityId' | 'reference'>,
  dueOn: CalendarDate,
): Promise<void> {
  if (asked.cityId === null) return;
  await announceAsk(tx, world, {
    cityId: asked.cityId,
    by,
    kind: 'question',
    what: because('support-desk:asked-of-city', { reference: asked.reference }),
    path: `/portal/cases/${asked.id}`,
    dueOn,
    record: recordOf(asked),
  });
}

/** The city wrote, or is not waited for any more. */
export async function tellAnswered(tx: Tx, world: World, asked: Pick<Case, 'id' | 'stage'>): Promise<void> {
  if (asked.stage === 'waiting-city') await announceAnswer(tx, world, { by, record: recordOf(asked) });
}
