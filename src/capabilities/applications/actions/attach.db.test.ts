import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { officeFile, zipOf } from '../../../platform/files/builders.ts';
import type { World } from '../../../world.ts';
import { aBegunApplication, type BegunApplication, fillIn, openAs, send, withFiles } from '../builders.ts';
import { countFilesMissing } from '../store/staff-list.ts';
import { signedInApplicant } from './applicant.ts';
import { attachWhole, beginUpload, takeUpload, uploadOf } from './attach.ts';
import { reading } from '../../../platform/database/atomically.ts';

let bare: TestWorld;
let world: TestWorld & { removeFiles(): void };
let worker: World;
beforeAll(async () => {
  bare = await testWorld();
  world = withFiles(bare);
  worker = asWorker(world);
});
afterAll(async () => {
  world.removeFiles();
  await bare.close();
});

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'x')]);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const announced = ({ id }: BegunApplication, name: string, bytes: Uint8Array) => ({
  applicationId: id,
  questionKey: 'letter',
  name,
  bytes: bytes.length,
  sha256: sha256(bytes),
});

/** Sends some bytes, then the line is cut. */
async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new Error('the line was cut');
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('an attachment', () => {
  it('goes on from where the line was cut, also when it is announced anew', async () => {
    const begun = await aBegunApplication(world, worker);
    const applicant = signedInApplicant(begun.lead);
    const { id, offset } = await beginUpload(world, applicant, announced(begun, 'letter.pdf', pdf));
    expect(offset).toBe(0);
    const at = { applicationId: begun.id, id, offset: 0 };
    expect(await takeUpload(world, applicant, at, cut(pdf.subarray(0, 100_000)))).toMatchObject({
      offset: 100_000,
    });
    await expect(takeUpload(world, applicant, at, Readable.from([pdf]))).rejects.toMatchObject({
      status: 409,
    });
    const again = await beginUpload(world, applicant, announced(begun, 'letter.pdf', pdf));
    expect(again).toEqual({ id, offset: 100_000 });
    const rest = { ...at, offset: 100_000 };
    expect(await takeUpload(world, applicant, rest, Readable.from([pdf.subarray(100_000)]))).toMatchObject({
      state: 'kept',
    });
    expect(await uploadOf(world, applicant, begun.id, id)).toMatchObject({
      offset: pdf.length,
      state: 'kept',
    });
    expect((await openAs(world, begun.lead, begun.id)).answers['letter']).toMatchObject({
      files: [{ name: 'letter.pdf', sha256: sha256(pdf) }],
    });
  });

  it.each([
    [
      'applications:file-macros',
      'plan.docx',
      zipOf({
        '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`,
        'word/document.xml': '<w:document/>',
        'word/vbaProject.bin': 'x',
      }),
    ],
    ['files:not-accepted', 'plan.docx', officeFile('application/vnd.ms-word.document.macroEnabled')],
    ['applications:file-renamed', 'plan.docx', Buffer.from('%PDF-1.7\n')],
    ['files:not-accepted', 'plan.pdf', Buffer.from('MZ\0\0program')],
  ])('is refused with %s, and taken off the answer', async (key, name, bytes) => {
    const begun = await aBegunApplication(world, worker);
    const file = new File([new Uint8Array(bytes)], name);
    await expect(
      attachWhole(
        world,
        signedInApplicant(begun.lead),
        { applicationId: begun.id, questionKey: 'letter' },
        file,
      ),
    ).rejects.toMatchObject({ reason: { key } });
    expect((await openAs(world, begun.lead, begun.id)).answers['letter']).toBeUndefined();
  });

  it('too large is refused before its first byte', async () => {
    const begun = await aBegunApplication(world, worker);
    const large = { ...announced(begun, 'film.pdf', pdf), bytes: 20_000_001 };
    await expect(beginUpload(world, signedInApplicant(begun.lead), large)).rejects.toMatchObject({
      reason: { key: 'files:too-large' },
    });
  });

  it('may follow its hash after the application was sent; any other file may not', async () => {
    const begun = await aBegunApplication(world, worker);
    await fillIn(world, begun);
    const applicant = signedInApplicant(begun.lead);
    const { id } = await beginUpload(world, applicant, announced(begun, 'letter.pdf', pdf));
    await send(world, begun);
    const { part } = await openAs(world, begun.lead, begun.id);
    const missing = () => reading(world, begun.lead, (tx) => countFilesMissing(tx, part.id));
    expect(await missing()).toBe(1);
    const other = Buffer.concat([pdf, Buffer.from('y')]);
    await expect(beginUpload(world, applicant, announced(begun, 'letter.pdf', other))).rejects.toMatchObject({
      reason: { key: 'applications:file-not-named' },
    });
    await takeUpload(world, applicant, { applicationId: begun.id, id, offset: 0 }, Readable.from([pdf]));
    expect(await missing()).toBe(0);
  });

  it('whose bytes are not those announced is refused', async () => {
    const begun = await aBegunApplication(world, worker);
    const applicant = signedInApplicant(begun.lead);
    const { id } = await beginUpload(world, applicant, announced(begun, 'letter.pdf', pdf));
    const changed = Buffer.concat([pdf.subarray(0, -1), Buffer.from('y')]);
    await expect(
      takeUpload(world, applicant, { applicationId: begun.id, id, offset: 0 }, Readable.from([changed])),
    ).rejects.toMatchObject({ reason: { key: 'applications:file-not-the-same' } });
  });
});
