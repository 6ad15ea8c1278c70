/** An amount in the smallest unit of its ISO 4217 currency (US cents, francs CFA); never a float. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: string;
}

const known = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Digits after the point: 2 for USD, 0 for XOF, 3 for JOD. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** Reads `1250000`, `1,250,000.50` or `1250000.5`; undefined for anything else, or more decimals than the currency has. */
export function parseMoney(text: string, currency: string): Money | undefined {
  if (!isCurrency(currency)) return undefined;
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const digits = minorDigits(currency);
  const fraction = match[3] ?? '';
  if (fraction.length > digits) return undefined;
  const minor = BigInt((match[2] ?? '').replaceAll(',', '') + fraction.padEnd(digits, '0'));
  return { amountMinor: match[1] ? -minor : minor, currency };
}

export function sameCurrency(a: Money, b: Money): boolean {
  return a.currency === b.currency;
}
