const letters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `MMC-2026-0001-K`: what people say on the telephone. The last sign catches one that was misheard; it opens nothing. */
export function referenceOf(year: number, number: number): string {
  const stem = `MMC-${year}-${String(number).padStart(4, '0')}`;
  return `${stem}-${checkSign(stem)}`;
}

/** Every reference in a text, as we write them: people leave out the check sign, the hyphens or the capitals. */
export function referencesIn(text: string): string[] {
  const found = text.matchAll(
    /\bMMC[\s\u2010-\u2015-]?(2\d{3})[\s\u2010-\u2015-]?(\d{4}|[1-9]\d{4,6})(?:[\s\u2010-\u2015-]([0-9A-Z]))?(?![0-9A-Z])/gi,
  );
  const references = [...found].flatMap(([, year = '', number = '', sign]) => {
    const reference = referenceOf(Number(year), Number(number));
    return sign === undefined || reference.endsWith(`-${sign.toUpperCase()}`) ? [reference] : [];
  });
  return [...new Set(references)];
}

/** Weighted sum modulo a prime, so that any one wrong sign and any two swapped neighbours change it. */
function checkSign(stem: string): string {
  const digits = Array.from(stem.replaceAll(/\D/g, ''), Number);
  const sum = digits.reduce((total, digit, place) => total + digit * (place + 2), 0);
  return letters[sum % 31] ?? '0';
}
