import { describe, expect, it } from 'vitest';
import { languages } from '../../../../kernel/language.ts';
import { readSkos } from '../../reading/skos-file.ts';
import { type Concept, conceptKinds } from './concept.ts';
import { toSkos } from './skos.ts';
import sources from './sources.json' with { type: 'json' };
import { contentStems, shippedConcepts, shippedThesaurus, thesaurusOf } from './thesaurus.ts';

/** What is wrong with a list of concepts, in words. */
function faultsOf(concepts: readonly Concept[]): string[] {
  const ids = new Set(concepts.map((concept) => concept.id));
  return concepts.flatMap((concept) => [
    ...(concepts.filter((other) => other.id === concept.id).length > 1 ? [`${concept.id} stands twice`] : []),
    ...(conceptKinds.includes(concept.kind) ? [] : [`${concept.id} is of no known kind`]),
    ...(concept.source in sources.sources ? [] : [`${concept.id} has no source`]),
    ...(concept.broader === undefined || ids.has(concept.broader)
      ? []
      : [`${concept.id} is part of nothing`]),
    ...languages.flatMap((language) => {
      const labels = concept[language].filter((label) => contentStems(language, label).length > 0);
      return labels.length === 0 ? [`${concept.id} cannot be found in ${language}`] : [];
    }),
  ]);
}

describe('the thesaurus', () => {
  it('has at least 300 concepts in five languages, each with its source', () => {
    expect(shippedConcepts.length).toBeGreaterThanOrEqual(300);
    expect(faultsOf(shippedConcepts)).toEqual([]);
  });

  it('is found out when a concept lacks a language, a source or its wider concept', () => {
    const planted = {
      ...shippedConcepts[0],
      id: 'planted',
      ar: [],
      source: 'hearsay',
      broader: 'nowhere',
    } as Concept;
    expect(faultsOf([planted])).toEqual([
      'planted has no source',
      'planted is part of nothing',
      'planted cannot be found in ar',
    ]);
  });

  it('covers all 23 objectives of the Global Compact for Migration', () => {
    const named = new Set(shippedConcepts.map((concept) => concept.source));
    const missing = Array.from({ length: 23 }, (_, at) => `gcm-${at + 1}`).filter(
      (objective) => !named.has(objective),
    );
    expect(missing).toEqual(['gcm-23', 'gcm-19', 'gcm-14', 'gcm-7'].filter((one) => !named.has(one)));
    expect(missing).toEqual([]);
  });

  it.each([
    ['en', 'local and regional governments'],
    ['fr', 'les collectivités territoriales'],
    ['es', 'los gobiernos locales'],
    ['pt', 'as autarquias locais'],
    ['ar', 'والسلطات المحلية'],
  ] as const)('finds local authorities in %s', (language, label) => {
    const thesaurus = shippedThesaurus();
    const found = thesaurus
      .mentions(language, contentStems(language, label))
      .flatMap((mention) => mention.concepts);
    expect(found.map((concept) => thesaurus.concepts[concept]?.id)).toContain('local-authorities');
  });

  it('goes out as SKOS and comes back the same', () => {
    const { concepts, incomplete } = readSkos(toSkos(shippedConcepts));
    expect(incomplete).toEqual([]);
    expect(concepts).toEqual(shippedConcepts);
  });

  it('tells which concepts of a SKOS file lack a language', () => {
    const one = shippedConcepts[0];
    const skos = toSkos(one ? [{ ...one, pt: [] }] : []);
    expect(readSkos(skos)).toEqual({ concepts: [], incomplete: [one?.id] });
  });

  it('can be another one', () => {
    const own = thesaurusOf([
      {
        id: 'ferry',
        kind: 'topic',
        source: 'un',
        en: ['ferry boat'],
        fr: ['bac'],
        es: ['balsa'],
        pt: ['balsa'],
        ar: ['عبارة'],
      },
    ]);
    expect(own.mentions('en', contentStems('en', 'A ferry boat leaves'))).toEqual([
      { at: 0, length: 2, concepts: [0] },
    ]);
  });
});
