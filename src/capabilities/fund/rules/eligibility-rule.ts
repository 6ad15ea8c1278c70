/** World Bank codes, as the lists of the city registry have them. */
export const incomeGroups = ['LIC', 'LMC', 'UMC', 'HIC'] as const;
export type IncomeGroup = (typeof incomeGroups)[number];

/**
 * A rule on which city may apply, as data of its window. Lists are named by their slug in `city_registry.vintage`, definitions by revision:
 * what a window once said of a city stays so when a newer list comes.
 */
export type RuleTest =
  /** ISO 3166 alpha-2; an empty list restricts nothing, here and in the others. */
  | { readonly kind: 'countries'; readonly countries: readonly string[] }
  | { readonly kind: 'income-groups'; readonly list: string; readonly groups: readonly string[] }
  /** UN M49 codes of regions and subregions. */
  | { readonly kind: 'regions'; readonly list: string; readonly regions: readonly string[] }
  | { readonly kind: 'global-south'; readonly revision: number }
  | { readonly kind: 'secondary-city'; readonly revision: number }
  /** Bounds included; a figure outside by less than the margin needs a person's look, for gazetteers are off by that much. */
  | {
      readonly kind: 'population';
      readonly atLeast: number | null;
      readonly atMost: number | null;
      readonly marginPercent: number;
    }
  | { readonly kind: 'capital'; readonly must: 'be' | 'not-be' }
  /** No grant of the fund that still runs. */
  | { readonly kind: 'no-running-grant' }
  /** Grants that one country's cities may get in the window. */
  | { readonly kind: 'country-limit'; readonly atMost: number };
export type RuleKind = RuleTest['kind'];

export interface EligibilityRule {
  readonly key: string;
  /** Critical rules gate; additional ones raise. */
  readonly weight: 'critical' | 'additional';
  readonly test: RuleTest;
}

/** What is known of a city when a window's rules are asked, each piece with where it is from. */
export interface CityFacts {
  readonly cityId: string;
  readonly name: string;
  readonly country: string;
  readonly isCapital: boolean;
  /** 0 where the gazetteer knows none. */
  readonly population: number;
  /** Published lists, oldest first, and what they say of the city's country. */
  readonly lists: readonly ListSays[];
  /** Definitions of this platform, and whether the city is so under each. */
  readonly definitions: readonly DefinitionSays[];
  readonly runningGrants: readonly { readonly slug: string; readonly announced: string }[];
  /** Of the window asked about. */
  readonly grantsOfCountry: number;
}

export interface ListSays {
  readonly slug: string;
  readonly scheme: string;
  readonly name: string;
  readonly validFrom: string | null;
  readonly incomeGroup: string | null;
  /** M49 codes of the region and subregion. */
  readonly regions: readonly string[];
}

export interface DefinitionSays {
  readonly key: 'global-south' | 'secondary-city';
  readonly revision: number;
  /** Null where what it needs is not known. */
  readonly holds: boolean | null;
}
