import { z } from 'zod';
import { isUuid } from '../../../../kernel/id.ts';
import { because, notFound, Refusal } from '../../../../kernel/refusal.ts';
import { fileKinds } from '../../../../platform/files/index.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { readingAs } from '../../actions/applicant.ts';
import { type Arriving, beginUpload, filesOf, takeUpload, uploadOf } from '../../actions/attach.ts';
import { openApplication } from '../../actions/open-application.ts';
import { type Attachment, findAttachment } from '../../store/attachments.ts';
import { type Door, doorOf } from './door.ts';

const announced = z.object({
  questionKey: z.string().min(1).max(120),
  name: z.string().min(1).max(500),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `POST …/uploads`: says which file will come; answers where its bytes go and from where. */
export async function startUpload(visit: Visit): Promise<Response> {
  return await answered(visit, async (door) => {
    const said = announced.safeParse(await visit.request.json().catch(() => undefined));
    if (!said.success) throw new Refusal(because('platform:form-expired'));
    const begun = await beginUpload(visit.world, door.applicant, {
      ...said.data,
      applicationId: door.applicationId,
    });
    const headers = {
      location: visit.href(`${door.base}/uploads/${begun.id}`),
      'upload-offset': String(begun.offset),
    };
    return Response.json(begun, { status: 201, headers });
  });
}

/** `HEAD …/uploads/:upload`: from which byte to go on, in `Upload-Offset`. */
export async function tellOffset(visit: Visit): Promise<Response> {
  return await answered(visit, async (door) =>
    told(await uploadOf(visit.world, door.applicant, door.applicationId, uploadId(visit))),
  );
}

/** `POST …/uploads/:upload` with `Upload-Offset`: the bytes from there on, as many as come through. */
export async function takeBytes(visit: Visit): Promise<Response> {
  return await answered(visit, async (door) => {
    const offset = Number(visit.request.headers.get('upload-offset') ?? Number.NaN);
    if (!Number.isSafeInteger(offset) || offset < 0 || !visit.request.body)
      throw new Refusal(because('applications:upload-elsewhere'), 409);
    const at = { applicationId: door.applicationId, id: uploadId(visit), offset };
    const body = visit.request.body as unknown as AsyncIterable<Uint8Array>;
    return told(await takeUpload(visit.world, door.applicant, at, body));
  });
}

function told({ offset, bytes, state }: Arriving): Response {
  return Response.json(
    { offset, bytes, state },
    { headers: { 'upload-offset': String(offset), 'upload-length': String(bytes) } },
  );
}

function uploadId(visit: Visit): string {
  const id = visit.param('upload');
  if (!isUuid(id)) throw notFound();
  return id;
}

/** A script reads these: a refusal comes as its sentence, not as a page. */
async function answered(visit: Visit, work: (door: Door) => Promise<Response>): Promise<Response> {
  try {
    return await work(await doorOf(visit));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ why: explain(visit.language, error.reason) }, { status: error.status });
  }
}

/** A kept file, as a download that cannot act. */
export async function sendFile(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const id = visit.param('file');
  if (!isUuid(id)) throw notFound();
  const file = await readingAs(visit.world, door.applicant, async (tx, opened) => {
    await openApplication(tx, door.applicant, opened, door.applicationId);
    return await findAttachment(tx, door.applicationId, id);
  });
  return await serveAttachment(visit, file);
}

export async function serveAttachment(visit: Visit, file: Attachment | undefined): Promise<Response> {
  const stored =
    file?.state === 'kept' && file.sha256 ? await filesOf(visit.world).get(file.sha256) : undefined;
  if (!file?.kind || !stored) throw notFound();
  return new Response(stored.stream, {
    headers: {
      'content-type': fileKinds[file.kind],
      'content-length': String(stored.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
