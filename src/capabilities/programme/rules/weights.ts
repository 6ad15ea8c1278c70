/** By how much each reason counts when an activity is offered to a city. */
export interface FitWeights {
  readonly version: number;
  /** A topic that the city said it needs; each further one, up to three in all. */
  readonly need: { readonly first: number; readonly further: number };
  /** A topic that the city can teach: for rounds in which cities teach each other. */
  readonly capacity: number;
  /** Held in a language of the city. */
  readonly language: number;
  /** First met between 8 and 18 o'clock of the city's day. */
  readonly hours: number;
  /** The city has done nothing with the council yet. */
  readonly newcomer: number;
  /** The activity names the city's country, region, income group, size or kind, rather than being open to all. */
  readonly meant: number;
}

/** By how much each thing moves a city up the list of those an activity should reach. */
export interface ReachWeights {
  readonly version: number;
  readonly neverEngaged: number;
  readonly secondary: number;
  readonly globalSouth: number;
  /** By the World Bank's group of the city's country. */
  readonly income: Readonly<Record<string, number>>;
  /** Nothing opened in the last 180 days was held in its language. */
  readonly languageNotServed: number;
  readonly need: { readonly first: number; readonly further: number };
}

/** No more topics than this are counted, so that a city with a long list is not before all others. */
export const topicsCounted = 3;
/** For how long a language counts as served after something was open in it. */
export const servedForDays = 180;

/** A change is a new version. */
export const fitWeights: FitWeights = {
  version: 1,
  need: { first: 40, further: 10 },
  capacity: 20,
  language: 20,
  hours: 10,
  newcomer: 10,
  meant: 10,
};

export const reachWeights: ReachWeights = {
  version: 1,
  neverEngaged: 30,
  secondary: 20,
  globalSouth: 20,
  income: { LIC: 20, LMC: 14, UMC: 6, HIC: 0 },
  languageNotServed: 10,
  need: { first: 40, further: 10 },
};

/** Points for so many matching topics. */
export function topicPoints(weights: FitWeights['need'], topics: number): number {
  return topics === 0 ? 0 : weights.first + weights.further * (Math.min(topics, topicsCounted) - 1);
}
