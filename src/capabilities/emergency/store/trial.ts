import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';

/** Puts a trial's page out with what only the database's clock would say otherwise. By the worker. */
export async function markTrialPublished(
  tx: Tx,
  id: string,
  by: { readonly publishedBy: string; readonly confirmedBy: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('emergency.response')
    .set({
      stage: 'published',
      opened_at: by.at,
      published_by: by.publishedBy,
      published_at: by.at,
      confirmed_by: by.confirmedBy,
      confirmed_at: by.at,
    })
    .where('id', '=', id)
    .execute();
}

/** A trial's resource as it was looked at some days ago. */
export async function markTrialChecked(tx: Tx, id: string, on: CalendarDate): Promise<void> {
  await tx.updateTable('emergency.resource').set({ checked_on: on }).where('id', '=', id).execute();
}
