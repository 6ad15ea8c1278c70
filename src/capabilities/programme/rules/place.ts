/** What is counted of a country: which lists say so stands beside. */
export interface CountryFacts {
  readonly country: string;
  /** M49 codes of the regions and subregions it lies in. */
  readonly regions: readonly string[];
  /** The World Bank's code, where its list names the country. */
  readonly income: string | null;
  /** The languages most of its cities read, of those the platform speaks first. */
  readonly languages: readonly string[];
}

/** A city as the rules see it. */
export interface CityPlace {
  readonly cityId: string;
  readonly country: string;
  readonly band: string;
  readonly globalSouth: boolean;
  readonly secondary: boolean;
}
