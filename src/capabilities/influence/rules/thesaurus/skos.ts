import { type Language, languages } from '../../../../kernel/language.ts';
import { type Concept, type ConceptKind, conceptKinds } from './concept.ts';

const scheme = 'urn:mmc:thesaurus';
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The thesaurus as SKOS in RDF/XML, so that librarians' tools (VocBench, TopBraid, Skosmos) can read and edit it.
 * The first label of a language is preferred, the others are alternative; kind and source are notes.
 */
export function toSkos(concepts: readonly Concept[]): string {
  const told = concepts.map((concept) => {
    const lines = [`    <skos:inScheme rdf:resource="${scheme}"/>`];
    for (const language of languages) {
      for (const [at, label] of concept[language].entries()) {
        const name = at === 0 ? 'prefLabel' : 'altLabel';
        lines.push(`    <skos:${name} xml:lang="${language}">${escape(label)}</skos:${name}>`);
      }
    }
    if (concept.broader) lines.push(`    <skos:broader rdf:resource="${scheme}:${concept.broader}"/>`);
    lines.push(
      `    <skos:notation>${concept.kind}</skos:notation>`,
      `    <dc:source>${escape(concept.source)}</dc:source>`,
    );
    return `  <skos:Concept rdf:about="${scheme}:${concept.id}">\n${lines.join('\n')}\n  </skos:Concept>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `  <skos:ConceptScheme rdf:about="${scheme}"/>`,
    ...told,
    '</rdf:RDF>',
    '',
  ].join('\n');
}

/** What an XML reader hears of a SKOS file; the reading folder brings the reader, so that rules know no file format. */
export interface SkosEvents {
  opened(name: string, attributes: Readonly<Record<string, string>>): void;
  closed(name: string): void;
  text(text: string): void;
}

interface Draft {
  id: string;
  kind: ConceptKind;
  source: string;
  broader?: string;
  labels: Record<Language, string[]>;
}

const lastPart = (uri: string): string =>
  uri.slice(Math.max(uri.lastIndexOf(':'), uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1);

/** Collects concepts from a SKOS file. Labels in other languages are left out; a concept needs all five of ours. */
export function skosCollector(): {
  events: SkosEvents;
  concepts(): { concepts: Concept[]; incomplete: string[] };
} {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  let language: Language | undefined;
  let text = '';
  const events: SkosEvents = {
    opened(name, attributes) {
      text = '';
      language = languages.find((one) => one === attributes['lang']?.slice(0, 2));
      if (name === 'Concept') {
        draft = {
          id: lastPart(attributes['about'] ?? ''),
          kind: 'topic',
          source: '',
          labels: { en: [], fr: [], es: [], pt: [], ar: [] },
        };
      } else if (name === 'broader' && draft && attributes['resource'])
        draft.broader = lastPart(attributes['resource']);
    },
    closed(name) {
      const said = text.trim();
      text = '';
      if (!draft) return;
      if (name === 'prefLabel' && language && said) draft.labels[language].unshift(said);
      else if (name === 'altLabel' && language && said) draft.labels[language].push(said);
      else if (name === 'notation') draft.kind = conceptKinds.find((kind) => kind === said) ?? draft.kind;
      else if (name === 'source') draft.source = said;
      else if (name === 'Concept') {
        drafts.push(draft);
        draft = undefined;
      }
    },
    text(piece) {
      text += piece;
    },
  };
  return {
    events,
    concepts() {
      const whole = drafts.filter((one) => one.id && languages.every((code) => one.labels[code].length > 0));
      return {
        concepts: whole.map(({ id, kind, source, broader, labels }) => ({
          id,
          kind,
          source,
          ...(broader ? { broader } : {}),
          ...labels,
        })),
        incomplete: drafts.filter((one) => !whole.includes(one)).map((one) => one.id),
      };
    },
  };
}
