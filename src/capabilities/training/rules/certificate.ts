import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

export interface Certificate {
  readonly id: string;
  /** Read aloud and typed by people: no letters that look like digits. */
  readonly number: string;
  readonly courseId: string | null;
  readonly eventId: string | null;
  readonly versionNumber: number | null;
  readonly title: LocalText;
  readonly minutes: number;
  readonly completedOn: CalendarDate;
  readonly issuedAt: Date;
  readonly saltId: string;
  readonly commitment: string;
  readonly leaf: number;
  /** While the holder wants it seen. */
  readonly shownName: string | null;
  readonly revokedAt: Date | null;
  readonly revokedWhy: string | null;
  readonly revokedLeaf: number | null;
}

/** Crockford's base 32: no I, L, O or U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param random ten bytes: 80 bits, so that numbers cannot be guessed */
export function certificateNumber(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from(
    { length: 16 },
    (_, place) => signs[Number((bits >> BigInt(75 - 5 * place)) & 31n)],
  );
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-');
}

/** A number as somebody typed it from paper: any case, any spacing, letters taken for the digits they look like. */
export function readCertificateNumber(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return undefined;
  return plain.replace(/^(.{4})(.{4})(.{4})(.{4})$/, '$1-$2-$3-$4');
}

/** What the log commits to: the name under this number. White space and letter case of a name are no matter. */
export function committedName(number: string, name: string): string {
  return `${number}\n${name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en')}`;
}
