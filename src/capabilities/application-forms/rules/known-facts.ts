/** Facts of a city's record that a question can arrive filled in from; their kinds are `city-record`'s. */
export const knownFacts = [
  'mayor',
  'population',
  'official-languages',
  'working-languages',
  'contact-point',
  'mandate',
  'need',
  'network',
] as const;
