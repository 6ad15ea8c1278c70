/** Shorter names have too many neighbours: one letter left out of "Ae" leaves nothing to go by. */
const shortest = 4;
const longest = 24;

/**
 * The folded name and every way to write it with one character left out.
 * Two names within one typo (a letter wrong, missing, too many, or two changed about) share at least one of these.
 */
export function typosOf(folded: string): string[] {
  if (folded.length < shortest || folded.length > longest) return [folded];
  const forms = [folded];
  for (let at = 0; at < folded.length; at++) {
    // Of a doubled letter, leaving out either gives the same.
    if (folded[at] !== folded[at - 1]) forms.push(folded.slice(0, at) + folded.slice(at + 1));
  }
  return forms;
}
