import { isIPv6 } from 'node:net';

/** Set by the server from the socket (or by the proxy it trusts), never taken from the client. */
export const clientAddressHeader = 'x-client-address';

/** Where a request comes from, for counting: an IPv4 address, or the /64 that one IPv6 subscriber holds. */
export function networkOf(request: Request): string {
  const address = request.headers.get(clientAddressHeader)?.trim() ?? '';
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return isIPv6(address) ? `${firstFourGroups(address)}::/64` : address || 'unknown';
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
