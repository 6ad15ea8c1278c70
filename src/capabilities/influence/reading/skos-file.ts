import type { Concept } from '../rules/thesaurus/concept.ts';
import { skosCollector } from '../rules/thesaurus/skos.ts';
import { hearXml } from './xml.ts';

/** Concepts of a SKOS RDF/XML file, and the ids of those that lack a label in one of the five languages. */
export function readSkos(xml: string): { concepts: Concept[]; incomplete: string[] } {
  const collector = skosCollector();
  hearXml(xml, collector.events, 'SKOS');
  return collector.concepts();
}
