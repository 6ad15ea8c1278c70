import { contentStems, shippedConcepts } from '../../src/capabilities/influence/rules/thesaurus/thesaurus.ts';
import type { Language } from '../../src/kernel/language.ts';
import type { Chance } from './chance.ts';

/** Words of no clause in the sets: a substitute that carries no meaning over. */
const strangers =
  'lantern velvet orchestra granite saddle thimble meadow copper riddle harvest anvil pebble cloak ribbon falcon willow ember compass marble thistle'.split(
    ' ',
  );
const hedges = [
  'as appropriate',
  'where possible',
  'in accordance with national law',
  'within available resources',
  'on a voluntary basis',
];
const openings = [
  'States should',
  'We call on governments to',
  'It is essential to',
  'Governments must',
  'We urge Member States to',
  'Cities ask States to',
  '',
];

export const kindsOfEdit = ['delete', 'substitute', 'reorder', 'hedge', 'mixed'] as const;
export type KindOfEdit = (typeof kindsOfEdit)[number];

/** The text with about `rate` of its words edited in one way, or in all ways by turns. */
export function edit(
  text: string,
  kind: KindOfEdit,
  rate: number,
  luck: Chance,
  language: Language = 'en',
): string {
  let words = text.split(/\s+/);
  const turns = Math.max(1, Math.round(words.length * rate));
  const ways =
    kind === 'mixed' ? (['delete', 'substitute', 'reorder', 'synonym'] as const) : ([kind] as const);
  for (let turn = 0; turn < turns && words.length > 3; turn += 1) {
    const way = luck.pick(ways);
    const at = luck.below(words.length);
    if (way === 'delete') words.splice(at, 1);
    else if (way === 'substitute')
      words[at] = synonym(words[at] ?? '', language, luck) ?? luck.pick(strangers) ?? '';
    else if (way === 'synonym') words[at] = synonym(words[at] ?? '', language, luck) ?? words[at] ?? '';
    else if (way === 'reorder') {
      const [moved] = words.splice(at, 1);
      words.splice(Math.max(0, Math.min(words.length, at + luck.below(9) - 4)), 0, moved ?? '');
    } else if (way === 'hedge' && turn < 2) words.splice(at, 0, `, ${luck.pick(hedges)},`);
  }
  return words.filter(Boolean).join(' ');
}

/** An ask as a stakeholder might have put the clause: a part of it, thinned, partly in other words, with an opening. */
export function asAsk(text: string, luck: Chance, language: Language = 'en'): string {
  const words = text.replace(/[;,.]/g, '').split(/\s+/);
  const length = Math.min(words.length, 8 + luck.below(14));
  const from = luck.below(Math.max(1, words.length - length + 1));
  const part = words.slice(from, from + length).filter(() => luck.next() > 0.22);
  const said = part.map((word) => (luck.next() < 0.35 ? (synonym(word, language, luck) ?? word) : word));
  if (luck.next() < 0.3) said.splice(luck.below(said.length), 0, ...strangerWords(luck));
  const half = Math.floor(said.length / 2);
  const order = luck.next() < 0.3 ? [...said.slice(half), ...said.slice(0, half)] : said;
  return `${luck.pick(openings) ?? ''} ${order.join(' ')}`.trim();
}

function strangerWords(luck: Chance): string[] {
  return [luck.pick(strangers) ?? '', luck.pick(strangers) ?? ''];
}

/** One ask made of the halves of two clauses: each answers it in part. */
export function merge(one: string, other: string, luck: Chance): string {
  const half = (text: string): string => {
    const words = text.split(/\s+/);
    const keep = Math.min(14, Math.ceil(words.length / 2));
    const from = luck.below(words.length - keep + 1);
    return words.slice(from, from + keep).join(' ');
  };
  return `${half(one)} and ${half(other)}`;
}

/** A clause cut in two at a word near its middle. */
export function split(text: string): [string, string] {
  const words = text.split(/\s+/);
  const middle = Math.floor(words.length / 2);
  return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
}

/** The labels of a text's concepts in another language, in order; figures stay, other words are lost. */
export function translateByConcept(text: string, from: Language, to: Language, luck: Chance): string {
  const words = text.replace(/[;,.]/g, '').split(/\s+/);
  const said: string[] = [];
  for (let at = 0; at < words.length; ) {
    const taken = longestLabel(words, at, from);
    if (taken) {
      said.push(luck.pick(taken.concept[to].slice(0, 3)) ?? '');
      at += taken.length;
    } else {
      if (/\d/.test(words[at] ?? '')) said.push(words[at] ?? '');
      at += 1;
    }
  }
  return said.join(' ');
}

type Labelled = (typeof shippedConcepts)[number];
const labels = new Map<Language, Map<string, Labelled[]>>();

function labelsOf(language: Language): Map<string, Labelled[]> {
  let known = labels.get(language);
  if (!known) {
    known = new Map();
    for (const concept of shippedConcepts) {
      for (const label of concept[language]) {
        const key = contentStems(language, label).join(' ');
        if (key) known.set(key, [...(known.get(key) ?? []), concept]);
      }
    }
    labels.set(language, known);
  }
  return known;
}

function longestLabel(
  words: readonly string[],
  at: number,
  language: Language,
): { concept: Labelled; length: number } | undefined {
  for (let length = Math.min(4, words.length - at); length > 0; length -= 1) {
    const key = contentStems(language, words.slice(at, at + length).join(' ')).join(' ');
    const concept = labelsOf(language).get(key)?.[0];
    if (concept) return { concept, length };
  }
  return undefined;
}

function synonym(word: string, language: Language, luck: Chance): string | undefined {
  const concept = luck.pick(labelsOf(language).get(contentStems(language, word).join(' ')) ?? []);
  return concept && luck.pick(concept[language]);
}
