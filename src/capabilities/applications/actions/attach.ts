import path from 'node:path';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { type FileKind, fileKinds, type FileStore, fileStore } from '../../../platform/files/index.ts';
import type { World } from '../../../world.ts';
import { findQuestion } from '../../application-forms/index.ts';
import { whyNotWrite } from '../permissions.ts';
import { filesMayFollow } from '../rules/manifest.ts';
import type { Answer, FileNamed } from '../rules/others.ts';
import { plainName, whyRenamed, whyTooLarge } from '../rules/upload.ts';
import {
  type Attachment,
  findBegun,
  insertAttachment,
  lockAttachment,
  markKept,
  markRefused,
} from '../store/attachments.ts';
import { findCommitment } from '../store/commitments.ts';
import { lockPart } from '../store/parts.ts';
import { type Applicant, writingAs } from './applicant.ts';
import { type OpenApplication, openApplication } from './open-application.ts';
import { bytesHere, carriesMacros, discardHere, hashHere, readHere, takeBytes } from './partial-files.ts';
import { writeChanges } from './save-answers.ts';

export function filesOf(world: World): FileStore {
  return fileStore(path.join(world.config.dataDir, 'files'));
}

export interface Announced {
  readonly applicationId: string;
  readonly questionKey: string;
  readonly name: string;
  readonly bytes: number;
  /** As the sender's device worked it out; what arrives must match. */
  readonly sha256: string;
}

/**
 * Says which file will come: what cannot be taken is refused before its first byte. The same file begun before goes on where it
 * stopped. From now on the answer names it by its hash, so that sending the application need not wait for its bytes.
 */
export async function beginUpload(
  world: World,
  applicant: Applicant,
  file: Announced,
): Promise<{ id: string; offset: number }> {
  const id = await writingAs(world, applicant, async (tx, opened) => {
    const seen = await openApplication(tx, applicant, opened, file.applicationId);
    const part = (await lockPart(tx, seen.part.id)) ?? seen.part;
    if (part.status === 'committed' && seen.role) return await followsHash(tx, { ...file, partId: part.id });
    refuseIf(whyNotWrite(part, seen.role));
    const open = await openApplication(tx, applicant, opened, file.applicationId);
    const name = plainName(file.name);
    refuseIf(whyTooLarge(file.bytes) ?? whyNotThisFile(open, file.questionKey, name));
    const begun = { ...file, name, partId: open.part.id };
    const earlier = await findBegun(tx, begun);
    if (earlier) return earlier.id;
    const attachment = { ...begun, id: world.newId(), kind: null, state: 'arriving' } as const;
    await insertAttachment(tx, { ...attachment, byName: open.byName });
    await nameFile(tx, applicant, open, attachment);
    return attachment.id;
  });
  return { id, offset: await bytesHere(world, id) };
}

/** After sending, only files that were named by their hash may still come. Whether in time is asked when bytes are taken. */
async function followsHash(tx: Tx, file: Announced & { readonly partId: string }): Promise<string> {
  const named = await findBegun(tx, { ...file, questionKey: null });
  if (!named) throw new Refusal(because('applications:file-not-named'));
  return named.id;
}

/** Which kinds the question takes, by the name; by content it is judged when it is whole. */
function whyNotThisFile(open: OpenApplication, questionKey: string, name: string) {
  const question = findQuestion(open.form, questionKey);
  if (question?.kind !== 'file') return because('platform:unknown-reference');
  const has = filesUnder(open, questionKey).length;
  return has >= question.maxFiles
    ? because('applications:files-full', { max: question.maxFiles, name })
    : undefined;
}

function filesUnder(open: OpenApplication, questionKey: string): readonly FileNamed[] {
  const answer = open.answers[questionKey];
  return answer?.kind === 'file' ? answer.files : [];
}

async function nameFile(
  tx: Tx,
  applicant: Applicant,
  open: OpenApplication,
  file: Pick<Attachment, 'id' | 'questionKey' | 'name' | 'bytes'> & { readonly sha256: string },
): Promise<void> {
  const named = { fileId: file.id, name: file.name, bytes: file.bytes, sha256: file.sha256 };
  const value: Answer = { kind: 'file', files: [...filesUnder(open, file.questionKey), named] };
  const seen = open.current.get(file.questionKey)?.version ?? 0;
  await writeChanges(tx, applicant, open, [{ questionKey: file.questionKey, seen, value }], 'typed');
}

export interface Arriving {
  readonly offset: number;
  readonly bytes: number;
  readonly state: Attachment['state'];
}

/** From where to go on. */
export async function uploadOf(
  world: World,
  applicant: Applicant,
  applicationId: string,
  id: string,
): Promise<Arriving> {
  const file = await arriving(world, applicant, applicationId, id);
  const offset = file.state === 'kept' ? file.bytes : await bytesHere(world, id);
  return { offset, bytes: file.bytes, state: file.state };
}

async function arriving(
  world: World,
  applicant: Applicant,
  applicationId: string,
  id: string,
): Promise<Attachment> {
  return await writingAs(world, applicant, async (tx, opened) => {
    const open = await openApplication(tx, applicant, opened, applicationId);
    if (!open.role) throw new Refusal(because('applications:take-part-first'));
    const file = await lockAttachment(tx, applicationId, id);
    if (!file || file.partId !== open.part.id) throw notFound();
    const sent = open.part.status === 'committed' ? await findCommitment(tx, open.part.id) : undefined;
    // What was sent names its files by hash: exactly those bytes may follow, for a day.
    if (open.part.status === 'committed' && !(sent && filesMayFollow(sent.committedAt, open.now)))
      throw new Refusal(because('applications:files-too-late'));
    return file;
  });
}

/**
 * Takes the next bytes of a file. What came before a cut stays; the sender asks `uploadOf` and goes on.
 * @throws Refusal 409 when the bytes do not join on to what is here, 422 when the whole file is not one we take
 */
export async function takeUpload(
  world: World,
  applicant: Applicant,
  { applicationId, id, offset }: { applicationId: string; id: string; offset: number },
  content: AsyncIterable<Uint8Array>,
): Promise<Arriving> {
  const file = await arriving(world, applicant, applicationId, id);
  if (file.state === 'kept') return { offset: file.bytes, bytes: file.bytes, state: 'kept' };
  if (file.state === 'refused' || offset !== (await bytesHere(world, id)))
    throw new Refusal(because('applications:upload-elsewhere'), 409);
  const here = await takeBytes(world, id, offset, content, file.bytes);
  if (here < file.bytes) return { offset: here, bytes: file.bytes, state: 'arriving' };
  await keepWhole(world, applicant, file);
  return { offset: here, bytes: file.bytes, state: 'kept' };
}

/** A file that came in one piece, from a form without a script. */
export async function attachWhole(
  world: World,
  applicant: Applicant,
  { applicationId, questionKey }: { applicationId: string; questionKey: string },
  file: File,
): Promise<void> {
  refuseIf(whyTooLarge(file.size));
  if (file.size === 0) throw new Refusal(because('files:empty'));
  const waiting = world.newId();
  await takeBytes(world, waiting, 0, file.stream(), file.size);
  const sha256 = await hashHere(world, waiting);
  const announced = { applicationId, questionKey, name: file.name, bytes: file.size, sha256 };
  await discardHere(world, waiting);
  const { id, offset } = await beginUpload(world, applicant, announced);
  if (offset < file.size) {
    const rest = file.slice(offset).stream() as unknown as AsyncIterable<Uint8Array>;
    await takeBytes(world, id, offset, rest, file.size);
  }
  await keepWhole(world, applicant, await arriving(world, applicant, applicationId, id));
}

/** All bytes are here: held against the hash, judged by content, kept for good; or refused with its sentence and taken off the answer. */
async function keepWhole(world: World, applicant: Applicant, file: Attachment): Promise<void> {
  try {
    if ((await hashHere(world, file.id)) !== file.sha256)
      throw new Refusal(because('applications:file-not-the-same', { name: file.name }));
    if (await carriesMacros(world, file.id))
      throw new Refusal(because('applications:file-macros', { name: file.name }));
    const kept = await filesOf(world).put(readHere(world, file.id), {
      accept: Object.keys(fileKinds) as FileKind[],
      limitBytes: file.bytes,
    });
    refuseIf(kept.kind ? whyRenamed(file.name, kept.kind) : undefined);
    await writingAs(world, applicant, async (tx) => {
      if (kept.kind) await markKept(tx, file.id, { sha256: kept.sha256, kind: kept.kind });
    });
  } catch (error) {
    if (error instanceof Refusal) await refuseFile(world, applicant, file);
    throw error;
  } finally {
    await discardHere(world, file.id);
  }
}

async function refuseFile(world: World, applicant: Applicant, file: Attachment): Promise<void> {
  await writingAs(world, applicant, async (tx, opened) => {
    await markRefused(tx, file.id);
    const open = await openApplication(tx, applicant, opened, file.applicationId);
    if (open.part.status !== 'open') return;
    await lockPart(tx, open.part.id);
    const files = filesUnder(open, file.questionKey).filter(({ fileId }) => fileId !== file.id);
    const seen = open.current.get(file.questionKey)?.version ?? 0;
    const value = files.length > 0 ? ({ kind: 'file', files } as const) : null;
    await writeChanges(tx, applicant, open, [{ questionKey: file.questionKey, seen, value }], 'typed');
  });
}
