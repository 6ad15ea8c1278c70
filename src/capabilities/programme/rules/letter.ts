/** What a letter is filled with; staff write these words in braces. */
export const blanks = ['name', 'city', 'title', 'about', 'until'] as const;
export type Blank = (typeof blanks)[number];

/** Puts the values where the blanks stand; braces around anything else stay as they are. */
export function filled(text: string, values: Readonly<Record<Blank, string>>): string {
  return text.replaceAll(/\{([a-z]+)\}/g, (whole, word: string) =>
    (blanks as readonly string[]).includes(word) ? values[word as Blank] : whole,
  );
}

/** Words in braces that are no blank: most likely mistyped. */
export function unknownBlanks(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, word = '']) =>
    (blanks as readonly string[]).includes(word) ? [] : [word],
  );
}
