import type { Language } from '../../../../kernel/language.ts';

/**
 * What a concept is good for. `topic`, `right`, `group` and `measure` carry what is asked for; `actor` who should do
 * it; `addressee` (States, governments), `act` (strengthen, ensure) and `common` (level, framework) stand in nearly
 * every paragraph; `modality` says how firmly.
 */
export const conceptKinds = [
  'topic',
  'right',
  'group',
  'measure',
  'actor',
  'addressee',
  'act',
  'common',
  'modality',
] as const;
export type ConceptKind = (typeof conceptKinds)[number];

/** One idea and the words for it; the first label of a language is the preferred one. */
export interface Concept extends Readonly<Record<Language, readonly string[]>> {
  readonly id: string;
  readonly kind: ConceptKind;
  /** A key of sources.json. */
  readonly source: string;
  readonly broader?: string;
}

/** How much finding the concept again says, before its rarity in the text at hand is looked at. */
export const weightOfKind: Readonly<Record<ConceptKind, number>> = {
  topic: 1,
  right: 0.9,
  group: 0.9,
  measure: 0.75,
  actor: 0.75,
  addressee: 0.2,
  act: 0.35,
  common: 0.3,
  modality: 0.15,
};
