import { languages } from '../../../kernel/language.ts';

/** The council's staff can sit in a session held in one of these. */
export const languagesOfStaff: readonly string[] = languages;

export function sharedLanguages(all: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = all;
  return first.filter((language) => others.every((spoken) => spoken.includes(language)));
}
