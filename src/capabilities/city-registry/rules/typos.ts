/** Shorter names have too many neighbours: one letter left out of "Ae" leaves nothing to go by. */
const shortest = 4;
const longest = 24;

/**
 * The folded name and every way to write it with one character left out.
 * Two names within one typo (a letter wrong, missing, too many, or two changed about) share at least one of these.
 */
export function typosOf(folded: string): string[] {
  const letters = [...folded];
  if (letters.length < shortest || letters.length > longest) return [folded];
  const forms = new Set([folded]);
  for (let at = 0; at < letters.length; at++) forms.add(letters.toSpliced(at, 1).join(''));
  return [...forms];
}
