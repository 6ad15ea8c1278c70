import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** Somebody to whom letters of a city go. */
export interface Contact {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export async function insertRecipient(
  tx: Tx,
  one: Contact & { readonly id: string; readonly invitationId: string; readonly tokenHash: Buffer },
): Promise<void> {
  await tx
    .insertInto('programme.recipient')
    .values({
      id: one.id,
      invitation_id: one.invitationId,
      person_id: one.personId,
      name: one.name,
      email: one.email,
      language: one.language,
      token_hash: one.tokenHash,
    })
    .execute();
}

export async function listRecipients(
  reader: Reader,
  invitationIds: readonly string[],
): Promise<(Contact & { readonly invitationId: string; readonly id: string })[]> {
  if (invitationIds.length === 0) return [];
  const rows = await reader
    .selectFrom('programme.recipient')
    .select(['id', 'invitation_id as invitationId', 'person_id as personId', 'name', 'email', 'language'])
    .where('invitation_id', 'in', [...invitationIds])
    .orderBy('name')
    .execute();
  return rows as never;
}

/**
 * Whom the desk knows: the last person of each city whom staff verified when they asked something. For cities where nobody holds a
 * mandate. Read where the desk keeps it, under its own row-level security.
 */
export async function deskContacts(
  reader: Reader,
  cityIds: readonly string[],
): Promise<(Contact & { readonly cityId: string })[]> {
  const { rows } = await sql<
    Contact & { cityId: string }
  >`select distinct on (city_id) city_id as "cityId", null::uuid as "personId",
      requester_name as name, requester_email as email, language
    from support_desk.support_case
    where city_id = any (${[...cityIds]}::uuid[]) and verified_by is not null and requester_email is not null
    order by city_id, opened_at desc`.execute(reader);
  return rows;
}
