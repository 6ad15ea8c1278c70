/** Topics a donor may restrict its money to: keys of a city's record. */
export const themes = [
  'children-and-caregivers',
  'climate-migration',
  'economic-inclusion',
  'municipal-finance',
  'pandemic-response',
  'participatory-governance',
  'housing',
  'health',
  'education',
  'employment',
] as const;
