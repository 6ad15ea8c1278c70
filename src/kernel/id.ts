import { createHash } from 'node:crypto';

/**
 * A UUID version 7: 48 bits of milliseconds, then randomness, so that ids sort by birth.
 * @param random exactly 10 random bytes
 * @source RFC 9562 section 5.7
 */
export function uuidv7(now: Date, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  const millis = BigInt(now.getTime());
  for (let i = 0; i < 6; i++) bytes[i] = Number((millis >> BigInt(8 * (5 - i))) & 0xffn);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/**
 * The same id for the same name in every installation, for records that ship with the platform.
 * @param kind what the name names, e.g. `body`, so that equal slugs of two kinds differ
 * @source RFC 9562 section 5.8 (version 8: our own layout, here SHA-256)
 */
export function stableId(kind: string, name: string): string {
  const bytes = createHash('sha256').update(`${kind}\n${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A gazetteer city's id: the GeoNames number inside a version 8 UUID, so that the two can be told from each other without a look-up. */
export function cityIdFromGeonames(geonamesId: number): string {
  return `00000000-0000-8000-8000-${geonamesId.toString(16).padStart(12, '0')}`;
}
