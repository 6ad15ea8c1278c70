/** A file made for one reader: to be kept, never shown in place, never cached. @param name in kebab-case, with its ending */
export function fileResponse(name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
