import { inEachLanguage } from '../../../kernel/local-text.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { type AskKind, askKinds, type CityAsked } from '../../../platform/events/city-asked.ts';
import type { World } from '../../../world.ts';
import { noteAsk, settleAsks } from '../store/asks.ts';

type Said = Partial<Omit<CityAsked, 'what' | 'kind'>> & { readonly kind?: string; readonly what?: unknown };

/** Counts what another capability asked. An announcement that says less than it should still counts: the city was asked. */
export async function noteCityAsked(tx: Tx, world: World, said: Said, eventId: string): Promise<void> {
  if (!said.cityId) return;
  await noteAsk(tx, {
    id: world.newId(),
    cityId: said.cityId,
    askedBy: said.by ?? 'other',
    record: said.record ?? `event ${eventId}`,
    kind: (askKinds as readonly string[]).includes(said.kind ?? '') ? (said.kind as AskKind) : 'other',
    what: whatOf(said.what),
    path: said.path ?? null,
    askedOn: dayInUtc(world.now()),
    dueOn: said.dueOn ?? null,
  });
}

export async function noteCityAnswered(
  tx: Tx,
  said: { readonly by?: string; readonly record?: string; readonly cityId?: string },
): Promise<void> {
  if (said.by && said.record)
    await settleAsks(tx, { askedBy: said.by, record: said.record, cityId: said.cityId ?? null });
}

function whatOf(what: unknown): CityAsked['what'] {
  if (what !== null && typeof what === 'object' && ('key' in what || 'en' in what))
    return what as CityAsked['what'];
  return inEachLanguage(() => (typeof what === 'string' ? what : ''));
}
