import { minorDigits, isCurrency, parseMoney } from '../../../kernel/money.ts';

/** Thousands by point, blank or apostrophe and cents by comma, as most of the world writes; then as `parseMoney` reads it. */
function withPoint(text: string): string {
  const plain = text.trim().replaceAll(/[\s\u00a0\u202f’']/g, '');
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?$/.test(plain) && /,|\.\d{3}\./.test(plain))
    return plain.replaceAll('.', '').replace(',', '.');
  return /^-?\d+,\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain;
}

/** An amount as it is kept: minor units, nothing, or what was typed after a question mark. See `BudgetLine.amountMinor`. */
export function keepAmount(typed: string, currency: string): string {
  if (typed.trim() === '') return '';
  const money = parseMoney(withPoint(typed), currency);
  return money ? money.amountMinor.toString() : `?${typed}`;
}

/** Minor units; undefined for nothing said and for what could not be read. */
export function amountOf(kept: string): bigint | undefined {
  return /^-?\d{1,18}$/.test(kept) ? BigInt(kept) : undefined;
}

/** The amount as a person writes it into a field: `1250.50`. What could not be read comes back as it was typed. */
export function typedAmount(kept: string, currency: string): string {
  if (kept.startsWith('?')) return kept.slice(1);
  const minor = amountOf(kept);
  if (minor === undefined || !isCurrency(currency)) return kept;
  const digits = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const cents = text.slice(text.length - digits);
  return `${minor < 0n ? '-' : ''}${whole}${/[1-9]/.test(cents) ? `.${cents}` : ''}`;
}

/** A number as people write it; undefined when it is none, or has more decimals than asked for. */
export function readNumber(typed: string, decimals: number): number | undefined {
  const plain = typed.trim().replaceAll(/[\s\u00a0\u202f’']/g, '');
  const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain) && (decimals < 3 || /,|\.\d{3}\./.test(plain))
      ? plain.replaceAll('.', '').replace(',', '.')
      : plain.replace(',', '.');
  const match = /^-?\d{1,15}(?:\.(\d+))?$/.exec(grouped);
  if (!match || (match[1] ?? '').length > decimals) return undefined;
  return Number(grouped);
}
