import type { ResponseRecord, Side } from '../store/record.ts';

const shown = (side: Side) => side.mayShow && side.isVerified && side.stage !== 'withdrawn';

/** What the public would see of a record read by staff: for the preview. The database's policies cut the real page. */
export function publicPart(record: ResponseRecord): ResponseRecord {
  const needs = record.needs.filter(shown);
  const offers = record.offers.filter(shown);
  return {
    ...record,
    resources: record.resources.filter(({ isWithdrawn }) => !isWithdrawn),
    notes: record.notes.filter(({ audience }) => audience === 'public'),
    needs,
    offers,
    pairings: record.pairings.filter(
      ({ needId, offerId, state }) =>
        ['agreed', 'under-way', 'done'].includes(state) &&
        needs.some(({ id }) => id === needId) &&
        offers.some(({ id }) => id === offerId),
    ),
    bulletins: record.bulletins.filter(({ sentAt }) => sentAt !== null),
  };
}
