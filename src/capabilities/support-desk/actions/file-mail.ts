import { Refusal } from '../../../kernel/refusal.ts';
import { atomically, reading } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { type FileKind, fileKinds } from '../../../platform/files/index.ts';
import type { World } from '../../../world.ts';
import type { LookReason } from '../rules/look-reasons.ts';
import type { Attachment } from '../store/messages.ts';
import { findRawMail, lockWaitingMail, settleRawMail } from '../store/raw-mail.ts';
import { fileReadable } from './file-readable.ts';
import { fileName, filesOf } from './keep-files.ts';
import { type MailFile, type Parsed, parseMail } from './parse-mail.ts';

/** The job: files one kept mail where it belongs, or lays it in the tray. Done again, it does nothing. */
export async function fileMail(world: World, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const id = String(payload['rawMailId']);
  const raw = await reading(world, systemActor, (tx) => findRawMail(tx, id));
  if (raw?.state !== 'waiting') return;
  const bytes = await bytesOf(world, raw.sha256);
  const parsed: Parsed = bytes ? await parseMail(bytes) : { look: 'missing', head: null };
  if (!('mail' in parsed)) return await layInTray(world, id, parsed.look, parsed.head);
  try {
    const attachments = await keepMailFiles(world, parsed.mail.files);
    await atomically(world, systemActor, async (tx) => {
      if (await lockWaitingMail(tx, id)) await fileReadable(tx, world, id, parsed.mail, attachments);
    });
  } catch (error) {
    if (!isOfThisMail(error)) throw error;
    await layInTray(world, id, 'refused', parsed.mail.head);
  }
}

async function layInTray(
  world: World,
  id: string,
  reason: LookReason,
  head: { readonly from: string | null; readonly subject: string } | null,
): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    if (!(await lockWaitingMail(tx, id))) return;
    await settleRawMail(
      tx,
      id,
      { state: 'needs-look', reason, fromAddress: head?.from ?? null, subject: head?.subject ?? null },
      world.now(),
    );
  });
}

/** The mail itself cannot be stored: to try again would not help. Anything else is the machine's, and passes. */
function isOfThisMail(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return error instanceof Refusal || /^2[23]/.test(code);
}

async function bytesOf(world: World, sha256: string): Promise<Uint8Array | undefined> {
  const found = await filesOf(world).get(sha256);
  return found && new Uint8Array(await new Response(found.stream).arrayBuffer());
}

/** Files of our kinds are checked; all others are kept in quarantine. The same name twice is two files. */
export async function keepMailFiles(world: World, files: readonly MailFile[]): Promise<Attachment[]> {
  const kept: Attachment[] = [];
  for (const file of files) {
    const kind = await kindKept(world, file.content);
    kept.push({
      id: world.newId(),
      name: fileName(file.name),
      ...kind,
      state: kind.kind === null ? 'quarantined' : 'checked',
    });
  }
  return kept;
}

async function kindKept(
  world: World,
  content: Uint8Array,
): Promise<{ kind: FileKind | null; size: number; sha256: string }> {
  const limitBytes = 60_000_000;
  try {
    return await filesOf(world).put(content, { accept: Object.keys(fileKinds) as FileKind[], limitBytes });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return await filesOf(world).put(content, { limitBytes });
  }
}
