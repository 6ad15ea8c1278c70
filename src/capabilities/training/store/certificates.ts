import { type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { TrainingCertificate } from '../../../platform/database/schema.generated.ts';
import type { Certificate } from '../rules/certificate.ts';

const columns = [
  'c.id',
  'c.number',
  'c.course_id',
  'c.event_id',
  'c.version_number',
  'c.title',
  'c.minutes',
  'c.completed_on',
  'c.issued_at',
  'c.salt_id',
  'c.commitment',
  'c.leaf',
  'c.shown_name',
  'c.revoked_at',
  'c.revoked_why',
  'c.revoked_leaf',
] as const;

type Row = Omit<Selectable<TrainingCertificate>, 'revoked_by'>;

function certificateOf(row: Row): Certificate {
  return {
    id: row.id,
    number: row.number,
    courseId: row.course_id,
    eventId: row.event_id,
    versionNumber: row.version_number,
    title: row.title as unknown as LocalText,
    minutes: row.minutes,
    completedOn: row.completed_on as CalendarDate,
    issuedAt: row.issued_at,
    saltId: row.salt_id,
    commitment: row.commitment,
    leaf: Number(row.leaf),
    shownName: row.shown_name,
    revokedAt: row.revoked_at,
    revokedWhy: row.revoked_why,
    revokedLeaf: row.revoked_leaf === null ? null : Number(row.revoked_leaf),
  };
}

export interface Holder {
  readonly learningId: string | null;
  readonly registrationId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly cityId: string | null;
}

export type HeldCertificate = Certificate & { readonly holder: Holder };

export async function insertCertificate(
  tx: Tx,
  certificate: Omit<Certificate, 'issuedAt' | 'shownName' | 'revokedAt' | 'revokedWhy' | 'revokedLeaf'>,
  holder: Holder,
): Promise<void> {
  await tx
    .insertInto('training.certificate')
    .values({
      id: certificate.id,
      number: certificate.number,
      course_id: certificate.courseId,
      event_id: certificate.eventId,
      version_number: certificate.versionNumber,
      title: JSON.stringify(certificate.title),
      minutes: certificate.minutes,
      completed_on: certificate.completedOn,
      salt_id: certificate.saltId,
      commitment: certificate.commitment,
      leaf: BigInt(certificate.leaf),
    })
    .execute();
  await tx
    .insertInto('training.certificate_holder')
    .values({
      certificate_id: certificate.id,
      learning_id: holder.learningId,
      registration_id: holder.registrationId,
      person_id: holder.personId,
      name: holder.name,
      city_id: holder.cityId,
    })
    .execute();
}

/** By its id or number, as anyone sees it. */
export async function findCertificate(reader: Reader, key: string): Promise<Certificate | undefined> {
  const row = await reader
    .selectFrom('training.certificate as c')
    .select(columns)
    .where(key.length === 36 ? 'c.id' : 'c.number', '=', key)
    .executeTakeFirst();
  return row && certificateOf(row);
}

/** With its holder, for the holder and the trainers. */
export async function listHeld(
  reader: Reader,
  of: {
    readonly personId?: string;
    readonly id?: string;
    readonly learningId?: string;
    readonly registrationId?: string;
    readonly words?: string;
  },
): Promise<HeldCertificate[]> {
  let query = reader
    .selectFrom('training.certificate as c')
    .innerJoin('training.certificate_holder as h', 'h.certificate_id', 'c.id')
    .select([...columns, 'h.learning_id', 'h.registration_id', 'h.person_id', 'h.name', 'h.city_id'])
    .orderBy('c.issued_at', 'desc')
    .limit(100);
  if (of.personId) query = query.where('h.person_id', '=', of.personId);
  if (of.id) query = query.where('c.id', '=', of.id);
  if (of.learningId) query = query.where('h.learning_id', '=', of.learningId);
  if (of.registrationId) query = query.where('h.registration_id', '=', of.registrationId);
  if (of.words) {
    const like = `%${of.words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((eb) => eb.or([eb('h.name', 'ilike', like), eb('c.number', 'ilike', like)]));
  }
  return (await query.execute()).map((row) => ({
    ...certificateOf(row),
    holder: {
      learningId: row.learning_id,
      registrationId: row.registration_id,
      personId: row.person_id,
      name: row.name,
      cityId: row.city_id,
    },
  }));
}

export async function showName(tx: Tx, id: string, name: string | null): Promise<void> {
  await tx.updateTable('training.certificate').set({ shown_name: name }).where('id', '=', id).execute();
}

/** Locks it, so that it is revoked once. */
export async function lockHeld(tx: Tx, id: string): Promise<HeldCertificate | undefined> {
  await sql`select 1 from training.certificate where id = ${id} for update`.execute(tx);
  return (await listHeld(tx, { id }))[0];
}

export async function markRevoked(
  tx: Tx,
  id: string,
  { why, leaf, by }: { readonly why: string; readonly leaf: number; readonly by: string | null },
): Promise<void> {
  await tx
    .updateTable('training.certificate')
    .set({
      revoked_at: sql`clock_timestamp()`,
      revoked_why: why,
      revoked_by: by,
      revoked_leaf: BigInt(leaf),
      shown_name: null,
    })
    .where('id', '=', id)
    .execute();
}

/** What opens the commitment: for whoever holds the certificate's number. */
export async function saltOf(reader: Reader, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ salt: Buffer | null }>`select training.salt_of(${id}) as salt`.execute(reader);
  return rows[0]?.salt ?? undefined;
}
