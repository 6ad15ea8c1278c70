import { notFound } from '../../../kernel/refusal.ts';
import { fileKinds } from '../../../platform/files/index.ts';
import type { World } from '../../../world.ts';
import { filesOf } from '../actions/keep-files.ts';
import type { Attachment } from '../store/messages.ts';

/** A checked file as a download that cannot act: never shown in our pages, in no frame, with no scripts. Quarantined ones are not there. */
export async function serveFile(world: World, file: Attachment | undefined): Promise<Response> {
  if (file?.state !== 'checked' || file.kind === null) throw notFound();
  const stored = await filesOf(world).get(file.sha256);
  if (!stored) throw notFound();
  return download(stored, file.name, fileKinds[file.kind]);
}

/** A kept mail as it came, for whoever looks at the tray. */
export async function serveRawMail(
  world: World,
  mail: { readonly id: string; readonly sha256: string } | undefined,
): Promise<Response> {
  const stored = mail && (await filesOf(world).get(mail.sha256));
  if (!stored) throw notFound();
  return download(stored, `${mail.id}.eml`, 'application/octet-stream');
}

function download(
  { size, stream }: { size: number; stream: ReadableStream<Uint8Array> },
  name: string,
  type: string,
): Response {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  return new Response(stream, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
