import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { ChannelKind, KnownChannel, Outcome } from '../rules/channel.ts';

/** With the name of who recorded it, and why it was given up if it was. */
export interface ListedChannel extends KnownChannel {
  readonly recordedByName: string;
  readonly retiredWhy: string | null;
}

export async function listChannels(reader: Reader, cityId: string): Promise<ListedChannel[]> {
  return await channelRows(reader).where('c.city_id', '=', cityId).execute();
}

export async function findChannel(reader: Reader, id: string): Promise<ListedChannel | undefined> {
  return await channelRows(reader).where('c.id', '=', id).executeTakeFirst();
}

function channelRows(reader: Reader) {
  return reader
    .selectFrom('mandates.known_channel as c')
    .innerJoin('people.person as p', 'p.id', 'c.recorded_by')
    .select([
      'c.id',
      'c.city_id as cityId',
      'c.reach',
      'c.source',
      'c.recorded_by as recordedBy',
      'c.recorded_at as recordedAt',
      'c.retired_at as retiredAt',
      'c.retired_why as retiredWhy',
      'p.name as recordedByName',
    ])
    .select(sql<ChannelKind>`c.kind`.as('kind'))
    .select(sql<CalendarDate>`c.known_since`.as('knownSince'))
    .orderBy(sql`c.retired_at is not null`)
    .orderBy('c.recorded_at');
}

export async function insertChannel(
  tx: Tx,
  channel: Pick<KnownChannel, 'id' | 'cityId' | 'kind' | 'reach' | 'source' | 'knownSince' | 'recordedBy'>,
): Promise<void> {
  await tx
    .insertInto('mandates.known_channel')
    .values({
      id: channel.id,
      city_id: channel.cityId,
      kind: channel.kind,
      reach: channel.reach,
      source: channel.source,
      known_since: channel.knownSince,
      recorded_by: channel.recordedBy,
    })
    .execute();
}

export async function markRetired(tx: Tx, id: string, by: string, why: string): Promise<void> {
  await tx
    .updateTable('mandates.known_channel')
    .set({ retired_at: sql<Date>`clock_timestamp()`, retired_by: by, retired_why: why })
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .execute();
}

/** One call-back: when, through what, who answered in which office, what they said. */
export interface CallBack {
  readonly id: string;
  readonly requestId: string;
  readonly channelId: string;
  readonly byPerson: string;
  readonly reachedAt: Date;
  readonly answeredBy: string;
  readonly office: string;
  readonly outcome: Outcome;
  readonly note: string | null;
}

export async function insertCallBack(tx: Tx, call: CallBack): Promise<void> {
  await tx
    .insertInto('mandates.verification')
    .values({
      id: call.id,
      request_id: call.requestId,
      channel_id: call.channelId,
      by_person: call.byPerson,
      reached_at: call.reachedAt,
      answered_by: call.answeredBy,
      office: call.office,
      outcome: call.outcome,
      note: call.note,
    })
    .execute();
}

export interface ListedCallBack extends CallBack {
  readonly byName: string;
  readonly kind: ChannelKind;
  readonly reach: string;
}

export async function listCallBacks(reader: Reader, requestId: string): Promise<ListedCallBack[]> {
  return await reader
    .selectFrom('mandates.verification as v')
    .innerJoin('mandates.known_channel as c', 'c.id', 'v.channel_id')
    .innerJoin('people.person as p', 'p.id', 'v.by_person')
    .select([
      'v.id',
      'v.request_id as requestId',
      'v.channel_id as channelId',
      'v.by_person as byPerson',
      'v.reached_at as reachedAt',
      'v.answered_by as answeredBy',
      'v.office',
      'v.note',
      'p.name as byName',
      'c.reach',
    ])
    .select(sql<Outcome>`v.outcome`.as('outcome'))
    .select(sql<ChannelKind>`c.kind`.as('kind'))
    .where('v.request_id', '=', requestId)
    .orderBy('v.recorded_at')
    .execute();
}
