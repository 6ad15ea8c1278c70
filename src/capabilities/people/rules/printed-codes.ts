/** Without letters and digits that look alike. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 10;
export const printedCodeCount = 10;

/** A code of 50 bits, `K7M2P-9XRTA`. @param random one byte for each letter */
export function printedCode(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, length), (byte) => alphabet[byte % 32]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** As it was printed, however it was typed; undefined when it cannot be one. */
export function readPrintedCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const isCode =
    letters.length === length && Array.from(letters).every((letter) => alphabet.includes(letter));
  return isCode ? `${letters.slice(0, 5)}-${letters.slice(5)}` : undefined;
}
