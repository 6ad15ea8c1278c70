/** Languages in which cities may work with each other, by ISO 639-1; the first five are those the platform speaks. */
export const exchangeLanguages: readonly string[] =
  'en fr es pt ar am bn de el fa ha hi id it ja ku ms nl pl ps ro ru so sw th tl tr uk ur vi wo yo zh'.split(
    ' ',
  );

/** The council's staff can sit in a session held in one of these. */
export const languagesOfStaff: readonly string[] = exchangeLanguages.slice(0, 5);

export function sharedLanguages(all: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = all;
  return first.filter((language) => others.every((spoken) => spoken.includes(language)));
}
