import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that lead into somebody's own network, or to a cloud's metadata. Loopback is the operator's own machine. */
const inside = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(address, bits, 'ipv6');

/** Whether the platform may speak to the address. IPv4 written as IPv6 is judged as IPv4. */
export function mayReach(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  const version = isIP(plain);
  return version !== 0 && !inside.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

/** Resolves once: the address that was judged is the one that is spoken to. */
const judgedLookup: LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    const addresses = found ?? [];
    const refused = addresses.find(({ address }) => !mayReach(address));
    if (error) done(error, '', 0);
    else if (refused) done(new Error(`${host} is at ${refused.address}, inside a network`), '', 0);
    else if (options.all) done(null, addresses);
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 0);
  });
};

interface Outbound {
  readonly url: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Of the answer; what is longer is a fault of the other side. */
  readonly mostBytes?: number;
}

/**
 * The one way out: posts JSON to a service that the operator configured. Follows no redirect.
 * @returns the answer's JSON
 * @throws Error when the address is inside a network, the answer is not 200, too long or no JSON
 */
export async function postJson({
  url,
  body,
  headers = {},
  timeoutMs = 30_000,
  mostBytes = 8_000_000,
}: Outbound): Promise<unknown> {
  const to = new URL(url);
  const host = to.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayReach(host)) throw new Error(`${host} is inside a network`);
  const sent = JSON.stringify(body);
  const { request } = to.protocol === 'https:' ? https : http;
  return await new Promise((resolve, reject) => {
    const call = request(
      to,
      {
        method: 'POST',
        lookup: judgedLookup,
        timeout: timeoutMs,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(sent),
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        let bytes = 0;
        answer.on('data', (piece: Buffer) => {
          bytes += piece.byteLength;
          pieces.push(piece);
          if (bytes <= mostBytes) return;
          reject(new Error('The answer is too long'));
          answer.destroy();
        });
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode !== 200)
            return reject(new Error(`The service answered ${answer.statusCode}`));
          try {
            resolve(JSON.parse(Buffer.concat(pieces).toString('utf8')));
          } catch {
            reject(new Error('The service did not answer with JSON'));
          }
        });
      },
    );
    call.on('timeout', () => call.destroy(new Error(`No answer within ${timeoutMs} ms`)));
    call.on('error', reject);
    call.end(sent);
  });
}
