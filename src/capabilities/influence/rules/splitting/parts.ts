import { plainly } from '../text/words.ts';

export type Part = 'preambular' | 'operative';

/**
 * The United Nations drafting rule: a preambular paragraph opens with a participle or adjective and ends in a comma
 * or semicolon; an operative one opens with a verb or bears a number.
 */
const preambular =
  /^(?:(?:deeply|gravely|also|further|strongly|fully|profoundly|expressing|again|once)\s+)?(?:recalling|reaffirming|recognizing|recognising|acknowledging|noting|bearing|guided|mindful|conscious|aware|convinced|concerned|alarmed|considering|having|welcoming|emphasizing|emphasising|stressing|underlining|underscoring|affirming|taking|desiring|determined|inspired|appreciating|reiterating|expressing|whereas|rappelant|reaffirmant|reconnaissant|notant|consciente?s?|considerant|preoccupee?s?|convaincue?s?|soulignant|ayant|guidee?s?|se felicitant|recordando|reafirmando|reconociendo|observando|conscientes?|considerando|preocupad[ao]s?|convencid[ao]s?|subrayando|destacando|habiendo|guiad[ao]s?|acogiendo|reconhecendo|tendo|sublinhando|saudando)\b/u;
const preambularArabic = /^(?:اذ|واذ)\s/u;

/** `numbered` paragraphs are operative unless their number says otherwise ("PP 3"). */
export function partOf(text: string, number: string | undefined): Part {
  if (number && /^(?:PP|PB)/iu.test(number)) return 'preambular';
  if (number) return 'operative';
  return opensPreambular(text) && /[,;،؛]\s*(?:and|et|y|e)?\s*$/u.test(text) ? 'preambular' : 'operative';
}

/** "Recalling", "Deeply concerned", "Rappelant", "إذ تشير". */
export function opensPreambular(text: string): boolean {
  // "taking into account" in the middle of a sentence opens nothing.
  if (/^\p{Ll}/u.test(text)) return false;
  const opening = plainly(text.slice(0, 80));
  return preambular.test(opening) || preambularArabic.test(opening);
}
