/** A word as ICU messages can choose by: their choices may not have hyphens, so `city-certifier` is `citycertifier`. */
export function selector(word: string): string {
  return word.replaceAll('-', '');
}
