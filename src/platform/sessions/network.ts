import { isIPv6 } from 'node:net';

const addresses = new WeakMap<Request, string>();

/**
 * Notes where a request came from; the server calls it once for each, with the address of the socket.
 * A proxy on this same machine is believed: it says for whom it asks. Nobody else is, so nobody can claim another's address.
 */
export function rememberClient(request: Request, socketAddress: string | undefined): void {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  const address = forwarded && isLoopback(socketAddress) ? forwarded : socketAddress;
  if (address) addresses.set(request, address);
}

/** Where a request comes from, for counting: an IPv4 address, or the /64 that one IPv6 subscriber holds. */
export function networkOf(request: Request): string {
  const address = addresses.get(request) ?? 'unknown';
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return isIPv6(address) ? `${firstFourGroups(address)}::/64` : address;
}

function isLoopback(address = ''): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./i.test(address);
}

function firstFourGroups(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = address.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
