import { z } from 'zod';
import { body, seat } from './schema/bodies.ts';
import { definition, publishedFigure } from './schema/figures.ts';
import { cityEngagement, forum, forumEdition, participation, position } from './schema/forums.ts';
import { donorCommitment, fundWindow, grant, result, unlockedFunding } from './schema/fund.ts';
import { commitment, libraryItem, priorityObjective } from './schema/knowledge.ts';
import { organisation, person, relationship, source } from './schema/organisations.ts';
import { city, placeDefinition, vintage } from './schema/places.ts';

/** The JSON files of an edition, each an array of records of one kind. `countries.csv` is read apart. */
export const editionFiles = {
  sources: { file: 'sources.json', record: source },
  cities: { file: 'cities.json', record: city },
  organisations: { file: 'organisations.json', record: organisation },
  persons: { file: 'persons.json', record: person },
  relationships: { file: 'relationships.json', record: relationship },
  bodies: { file: 'bodies.json', record: body },
  seats: { file: 'seats.json', record: seat },
  processes: { file: 'processes.json', record: forum },
  editions: { file: 'editions.json', record: forumEdition },
  participations: { file: 'participations.json', record: participation },
  cityEngagements: { file: 'city-engagements.json', record: cityEngagement },
  positions: { file: 'positions.json', record: position },
  windows: { file: 'windows.json', record: fundWindow },
  donorCommitments: { file: 'commitments-of-donors.json', record: donorCommitment },
  grants: { file: 'grants.json', record: grant },
  results: { file: 'results.json', record: result },
  unlockedFunding: { file: 'unlocked-funding.json', record: unlockedFunding },
  publishedFigures: { file: 'published-figures.json', record: publishedFigure },
  definitions: { file: 'definitions.json', record: definition },
  commitments: { file: 'commitments.json', record: commitment },
  priorityObjectives: { file: 'priority-objectives.json', record: priorityObjective },
  library: { file: 'library.json', record: libraryItem },
  vintages: { file: 'vintages.json', record: vintage },
  placeDefinitions: { file: 'place-definitions.json', record: placeDefinition },
} as const;

export type EditionKind = keyof typeof editionFiles;

/** Every record of the kind, checked one by one so that a fault names its record. */
export type EditionRecords = {
  readonly [K in EditionKind]: readonly z.infer<(typeof editionFiles)[K]['record']>[];
};
