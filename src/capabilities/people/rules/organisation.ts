import type { Organisation, Relationship } from '../../../edition/schema/organisations.ts';
import { languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

export type OrganisationKind = Organisation['kind'];
export type Relation = Relationship['relation'];

export const organisationKinds = [
  'foundation',
  'philanthropy',
  'non-profit',
  'government',
  'un-agency',
  'city-network',
  'city-coalition',
  'development-bank',
  'pooled-fund',
  'research-institute',
] as const satisfies readonly OrganisationKind[];

/** A name keeps its owner's spelling: a language left empty takes the English one. */
export function nameInAll(
  typed: Readonly<Record<string, string | null>> & { readonly en: string },
): LocalText {
  const named = languages.map((language) => [language, typed[language] || typed.en] as const);
  return Object.fromEntries(named) as LocalText;
}

/** The lasting short name in addresses and editions: `C40 Cities` becomes `c40-cities`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
