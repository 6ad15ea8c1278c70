import type { EngagementKind } from './engagement.ts';
import type { PopulationBand } from './population-band.ts';

/** What cities are asked for; null asks for nothing. */
export interface CityFilter {
  readonly search: string | null;
  /** The M49 code of a region, subregion or intermediate region. */
  readonly region: string | null;
  /** The World Bank's code, e.g. `LMC`. */
  readonly income: string | null;
  readonly country: string | null;
  readonly band: PopulationBand | null;
  readonly globalSouth: boolean;
  readonly secondaryCity: boolean;
  readonly engagement: EngagementKind | 'any' | null;
}

export const sorts = ['-population', 'population', 'name', '-name'] as const;
export type BrowseSort = (typeof sorts)[number];
