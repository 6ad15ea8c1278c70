/** Sizes by which cities are filtered. The database reckons the same bands; a test compares the two. */
export const populationBands = [
  { key: 'unknown', atLeast: 0, below: 1 },
  { key: 'under-50k', atLeast: 1, below: 50_000 },
  { key: '50k-300k', atLeast: 50_000, below: 300_000 },
  { key: '300k-1m', atLeast: 300_000, below: 1_000_000 },
  { key: '1m-5m', atLeast: 1_000_000, below: 5_000_000 },
  { key: 'over-5m', atLeast: 5_000_000, below: Number.POSITIVE_INFINITY },
] as const;
export type PopulationBand = (typeof populationBands)[number]['key'];

export const populationBandKeys = populationBands.map(({ key }) => key);

/** The number under which the database keeps the band. */
export function bandNumber(band: PopulationBand): number {
  return populationBands.findIndex(({ key }) => key === band);
}
