import type { Tx } from '../../../platform/database/atomically.ts';

/** A trial's exchange as it stands after its dates have passed, which only the database's clock would say otherwise. By the worker. */
export async function settleTrialExchange(
  tx: Tx,
  id: string,
  to: {
    readonly introducedAt: Date;
    readonly agreedAt: Date;
    readonly metOn: string | null;
    readonly followUpAskedAt: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable('peer_exchange.exchange')
    .set({
      stage: 'agreed',
      introduced_at: to.introducedAt,
      agreed_at: to.agreedAt,
      met_on: to.metOn,
      follow_up_asked_at: to.followUpAskedAt,
    })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('peer_exchange.participant')
    .set({ answer: 'yes', answered_at: to.agreedAt })
    .where('exchange_id', '=', id)
    .execute();
}

export async function isThere(tx: Tx, roundId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('peer_exchange.round')
    .select('id')
    .where('id', '=', roundId)
    .executeTakeFirst();
  return row !== undefined;
}
