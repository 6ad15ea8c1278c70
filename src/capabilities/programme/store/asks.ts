import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reason } from '../../../kernel/refusal.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { AskKind } from '../../../platform/events/city-asked.ts';

export interface Ask {
  readonly id: string;
  readonly cityId: string;
  readonly askedBy: string;
  readonly kind: AskKind;
  readonly what: Reason | LocalText;
  readonly path: string | null;
  readonly askedOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly settledAt: Date | null;
}

export type NewAsk = Omit<Ask, 'settledAt'> & { readonly record: string };

function stored(ask: NewAsk) {
  return {
    id: ask.id,
    city_id: ask.cityId,
    asked_by: ask.askedBy,
    record: ask.record,
    kind: ask.kind,
    what: JSON.stringify(ask.what),
    path: ask.path,
    asked_on: ask.askedOn,
    due_on: ask.dueOn,
  };
}

/** For the transaction of an invitation: somebody of the secretariat may add an ask, not change one. */
export async function addAsk(tx: Tx, ask: NewAsk): Promise<void> {
  await tx.insertInto('programme.ask').values(stored(ask)).execute();
}

/** The same record asks a city once at a time: asked again before it is settled, only the day changes. */
export async function noteAsk(tx: Tx, ask: NewAsk): Promise<void> {
  await tx
    .insertInto('programme.ask')
    .values(stored(ask))
    .onConflict((conflict) =>
      conflict
        .columns(['asked_by', 'record', 'city_id'])
        .where('settled_at', 'is', null)
        .doUpdateSet((is) => ({ due_on: is.ref('excluded.due_on') })),
    )
    .execute();
}

export async function settleAsks(
  tx: Tx,
  which: { readonly askedBy: string; readonly record: string; readonly cityId: string | null },
): Promise<void> {
  let query = tx
    .updateTable('programme.ask')
    .set({ settled_at: sql<Date>`clock_timestamp()` })
    .where('asked_by', '=', which.askedBy)
    .where('record', '=', which.record)
    .where('settled_at', 'is', null);
  if (which.cityId !== null) query = query.where('city_id', '=', which.cityId);
  await query.execute();
}

/** What was asked of a city in the days, and what from before still waits. */
export async function listAsksOf(
  reader: Reader,
  cityId: string,
  days: { readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<Ask[]> {
  const { rows } =
    await sql<Ask>`select id, city_id as "cityId", asked_by as "askedBy", kind, what, path, asked_on as "askedOn",
      due_on as "dueOn", settled_at as "settledAt"
    from programme.ask where city_id = ${cityId} and (asked_on between ${days.first} and ${days.last}
      or (settled_at is null and asked_on < ${days.first}))
    order by settled_at is not null, due_on nulls last, asked_on, id limit 200`.execute(reader);
  return rows;
}

export interface AskRow extends Ask {
  readonly cityName: string;
  readonly country: string;
}

/** All asks of a month, for the file. */
export async function listAsksBetween(
  reader: Reader,
  days: { readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<AskRow[]> {
  const { rows } =
    await sql<AskRow>`select k.id, k.city_id as "cityId", k.asked_by as "askedBy", k.kind, k.what, k.path,
      k.asked_on as "askedOn", k.due_on as "dueOn", k.settled_at as "settledAt", c.name as "cityName", c.country
    from programme.ask k join city_registry.city c on c.id = k.city_id
    where k.asked_on between ${days.first} and ${days.last} order by k.asked_on, c.name, k.id limit 20000`.execute(
      reader,
    );
  return rows;
}
