import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Participant, ParticipantRole } from '../rules/application.ts';

/** Who works on it now; those whose mandate has ended are said to have none, and no longer count. */
export async function listParticipants(
  reader: Reader,
  applicationIds: readonly string[],
): Promise<(Participant & { readonly applicationId: string })[]> {
  if (applicationIds.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    application_id: string;
    person_id: string;
    role: ParticipantRole;
    name: string;
    has_mandate: boolean;
  }>`select p.id, p.application_id, p.person_id, p.role, p.name,
      applications.holds_mandate(p.person_id, a.city_id) as has_mandate
    from applications.participant p join applications.application a on a.id = p.application_id
    where p.application_id = any (${[...applicationIds]}::uuid[]) and p.ended_at is null
    order by p.role = 'lead' desc, p.role, p.added_at`.execute(reader);
  return rows.map((row) => ({
    id: row.id,
    applicationId: row.application_id,
    personId: row.person_id,
    role: row.role,
    name: row.name,
    hasMandate: row.has_mandate,
  }));
}

export async function insertParticipant(
  tx: Tx,
  taking: {
    readonly id: string;
    readonly applicationId: string;
    readonly personId: string;
    readonly role: ParticipantRole;
    readonly name: string;
    readonly addedBy: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('applications.participant')
    .values({
      id: taking.id,
      application_id: taking.applicationId,
      person_id: taking.personId,
      role: taking.role,
      name: taking.name,
      added_by: taking.addedBy,
    })
    .execute();
}

type EndedWhy = 'left' | 'removed' | 'other-role' | 'mandate-ended';

export async function endParticipant(tx: Tx, id: string, why: EndedWhy): Promise<void> {
  await tx
    .updateTable('applications.participant')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
