import { stableId } from '../../../kernel/id.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tenure } from '../../../kernel/tenure.ts';

/** What a seat says of its city: the city's page tells it as a dated sentence. The same seat is always the same engagement. */
export function engagementOfSeat(seat: {
  readonly seatId: string;
  readonly cityId: string;
  readonly body: { readonly slug: string; readonly name: LocalText };
  readonly tenure: Tenure;
  readonly remark: LocalText | null;
}) {
  return {
    id: stableId('engagement', `governance ${seat.seatId}`),
    cityId: seat.cityId,
    kind: seat.body.slug.endsWith('task-force') ? ('task-force-seat' as const) : ('board-seat' as const),
    when: seat.tenure,
    object: seat.body.name,
    record: { capability: 'governance', id: seat.seatId, path: `/bodies/${seat.body.slug}` },
    visibility: 'public' as const,
    remark: seat.remark,
  };
}
