import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const worthIt = /^(?:text\/|application\/(?:json|javascript|xml|atom\+xml)|image\/svg)/;

/** The answer, smaller when the reader accepts it. Small bodies stay as they are: a packet is a packet. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined;
  // Nothing of the answer is looked at before: the server sends an untouched one by a shorter way.
  if (!encoding) return response;
  const type = response.headers.get('content-type') ?? '';
  if (!response.body || !worthIt.test(type) || response.headers.has('content-encoding')) return response;
  const body = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  if (body.length < 1000) return new Response(body, { status: response.status, headers });
  const small =
    encoding === 'br'
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await zip(body, { level: 6 });
  headers.set('content-encoding', encoding);
  headers.delete('content-length');
  return new Response(new Uint8Array(small), { status: response.status, headers });
}
