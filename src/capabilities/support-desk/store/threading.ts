import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** The case that one of these Message-IDs belongs to: the newest of them decides. */
export async function findCaseOfMessageIds(
  reader: Reader,
  messageIds: readonly string[],
): Promise<string | undefined> {
  if (messageIds.length === 0) return undefined;
  const row = await reader
    .selectFrom('support_desk.message')
    .select('case_id')
    .where('message_id', 'in', [...messageIds])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.case_id;
}

export async function isKnownMessageId(reader: Reader, messageId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('support_desk.message')
    .select('id')
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Does this address belong to the case: its requester's, one that wrote and was let in, or one of whoever acts for its city today?
 * Not that of somebody who used to act for the city and no longer does.
 */
export async function isKnownAddress(reader: Reader, caseId: string, address: string): Promise<boolean> {
  const today = sql`(clock_timestamp() at time zone 'UTC')::date`;
  const { rows } = await sql`select 1 from support_desk.support_case c
    where c.id = ${caseId} and (c.requester_email = ${address} or exists (select from support_desk.message m
        where m.case_id = c.id and m.direction = 'in' and not m.kept_apart and m.from_address = ${address}))
      and (c.city_id is null or exists (select from people.letters_for(c.city_id, ${address}, ${today}) l where l.address = ${address}))
    union all
    select 1 from support_desk.support_case c, people.city_letters(c.city_id, ${today}) h where c.id = ${caseId} and h.address = ${address}
    limit 1`.execute(reader);
  return rows.length > 0;
}

export interface StaffNotice {
  readonly messageId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly address: string;
}

export async function insertStaffNotice(tx: Tx, notice: StaffNotice): Promise<void> {
  await tx
    .insertInto('support_desk.staff_notice')
    .values({
      message_id: notice.messageId,
      case_id: notice.caseId,
      person_id: notice.personId,
      address: notice.address,
    })
    .execute();
}

/** The notice that one of these Message-IDs was, when it was sent to this very address and its reader still works the desk. */
export async function findStaffNotice(
  reader: Reader,
  messageIds: readonly string[],
  address: string,
): Promise<(StaffNotice & { name: string }) | undefined> {
  if (messageIds.length === 0) return undefined;
  const { rows } = await sql<
    StaffNotice & { name: string }
  >`select n.message_id as "messageId", n.case_id as "caseId", n.person_id as "personId", n.address, p.name
    from support_desk.staff_notice n join people.person p on p.id = n.person_id
    where n.message_id = any (${[...messageIds]}) and n.address = ${address} and n.at > clock_timestamp() - interval '60 days'
      and exists (select from people.role_grant g left join people.account a on a.person_id = g.person_id
        where g.person_id = n.person_id and g.role in ('staff-support', 'director') and g.ended_at is null and a.suspended_at is null
          and (clock_timestamp() at time zone 'UTC')::date between g.from_date and coalesce(g.to_date, 'infinity')) limit 1`.execute(
    reader,
  );
  return rows[0];
}
