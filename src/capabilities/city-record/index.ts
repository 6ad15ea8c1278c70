export type { Audience } from './rules/audience.ts';
export { type Fact, factIn, type FactValues, factsIn, type NeedsAndCapacities } from './rules/fact.ts';
export type { FactKey } from './rules/fact-kinds.ts';
export { ageInDays, dueOn, isDue, isOver } from './rules/freshness.ts';
export { cityLanguages } from './rules/languages.ts';
export { isTopic, type Topic, topicKeys, topicLabel, topics } from './rules/topics.ts';
export { factsOf, factsOfCities } from './store/facts.ts';
export { needsAndCapacities } from './store/needs-and-capacities.ts';
