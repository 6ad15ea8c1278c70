import { sql } from 'kysely';
import { isUuid } from '../../../kernel/id.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { FileKind } from '../../../platform/files/index.ts';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind | null;
  readonly size: number;
  readonly sha256: string;
  readonly state: 'checked' | 'quarantined';
}

export interface Message {
  readonly id: string;
  readonly caseId: string;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  readonly channel: 'web' | 'mail';
  readonly automatic: boolean;
  readonly fromName: string;
  readonly fromAddress: string | null;
  readonly body: string;
  readonly keptApart: boolean;
  readonly warnings: readonly string[];
  readonly attachments: readonly Omit<Attachment, 'sha256'>[];
}

export interface NewMessage {
  readonly id: string;
  readonly caseId: string;
  readonly direction: 'in' | 'out';
  readonly channel: 'web' | 'mail';
  readonly automatic?: boolean;
  readonly personId?: string | null;
  readonly fromName: string;
  readonly fromAddress?: string | null;
  readonly body: string;
  readonly messageId?: string | null;
  readonly rawMailId?: string | null;
  readonly keptApart?: boolean;
  readonly warnings?: readonly string[];
}

export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx
    .insertInto('support_desk.message')
    .values({
      id: message.id,
      case_id: message.caseId,
      direction: message.direction,
      channel: message.channel,
      automatic: message.automatic ?? false,
      person_id: message.personId ?? null,
      from_name: message.fromName,
      from_address: message.fromAddress ?? null,
      body: message.body,
      message_id: message.messageId ?? null,
      raw_mail_id: message.rawMailId ?? null,
      kept_apart: message.keptApart ?? false,
      warnings: [...(message.warnings ?? [])],
    })
    .execute();
}

export async function insertAttachments(
  tx: Tx,
  of: { readonly caseId: string; readonly messageId: string },
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  await tx
    .insertInto('support_desk.attachment')
    .values(attachments.map((file) => ({ ...file, case_id: of.caseId, message_id: of.messageId })))
    .execute();
}

/** The newest messages of these cases, oldest first, with their files; what the reader may not see is not there. */
export async function listThread(
  reader: Reader,
  caseIds: readonly string[],
  limit = 200,
): Promise<Message[]> {
  if (caseIds.length === 0) return [];
  const rows = await reader
    .selectFrom('support_desk.message as m')
    .selectAll('m')
    .select(
      sql<
        Message['attachments']
      >`coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'size', a.size,
        'state', a.state) order by a.name) from support_desk.attachment a where a.message_id = m.id), '[]')`.as(
        'attachments',
      ),
    )
    .where('m.case_id', 'in', [...caseIds])
    .orderBy('m.at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute();
  return rows.toReversed().map((row) => ({
    id: row.id,
    caseId: row.case_id,
    at: row.at,
    direction: row.direction as Message['direction'],
    channel: row.channel as Message['channel'],
    automatic: row.automatic,
    fromName: row.from_name,
    fromAddress: row.from_address,
    body: row.body,
    keptApart: row.kept_apart,
    warnings: row.warnings,
    attachments: row.attachments,
  }));
}

export async function findAttachment(
  reader: Reader,
  id: string,
): Promise<(Attachment & { caseId: string }) | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await reader
    .selectFrom('support_desk.attachment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      caseId: row.case_id,
      name: row.name,
      kind: row.kind as FileKind | null,
      size: row.size,
      sha256: row.sha256,
      state: row.state as Attachment['state'],
    }
  );
}

export async function listAttachments(
  reader: Reader,
  caseId: string,
): Promise<{ id: string; name: string }[]> {
  return await reader
    .selectFrom('support_desk.attachment')
    .select(['id', 'name'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'checked')
    .orderBy('name')
    .execute();
}

/** Lets a message that was kept apart into the thread. @returns the address it came from, when it was apart */
export async function admitMessage(
  tx: Tx,
  id: string,
): Promise<{ caseId: string; fromAddress: string | null } | undefined> {
  const row = await tx
    .updateTable('support_desk.message')
    .set({ kept_apart: false })
    .where('id', '=', id)
    .where('kept_apart', '=', true)
    .returning(['case_id', 'from_address'])
    .executeTakeFirst();
  return row && { caseId: row.case_id, fromAddress: row.from_address };
}

/** The last message of a case that its people see: what an answer answers. */
export async function findLastMessage(
  reader: Reader,
  caseId: string,
  direction: 'in' | 'out',
): Promise<{ messageId: string | null; body: string } | undefined> {
  const row = await reader
    .selectFrom('support_desk.message')
    .select(['message_id', 'body'])
    .where('case_id', '=', caseId)
    .where('direction', '=', direction)
    .where('kept_apart', '=', false)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { messageId: row.message_id, body: row.body };
}

/** Message-IDs of a case's thread, the oldest first: the last twenty that its people saw. */
export async function listMessageIds(reader: Reader, caseId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('support_desk.message')
    .select('message_id')
    .where('case_id', '=', caseId)
    .where('kept_apart', '=', false)
    .where('message_id', 'is not', null)
    .orderBy('at', 'desc')
    .limit(20)
    .execute();
  return rows.flatMap(({ message_id: id }) => (id === null ? [] : [id])).toReversed();
}
