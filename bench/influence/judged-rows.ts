import { evidenceOf } from '../../src/capabilities/influence/rules/grading/evidence.ts';
import { Lexicon } from '../../src/capabilities/influence/rules/index/lexicon.ts';
import { profileOf } from '../../src/capabilities/influence/rules/index/profile.ts';
import { TextIndex } from '../../src/capabilities/influence/rules/index/text-index.ts';
import { candidatesOf } from '../../src/capabilities/influence/rules/tracing/candidates.ts';
import { shippedThesaurus } from '../../src/capabilities/influence/rules/thesaurus/thesaurus.ts';
import { type Language, languages } from '../../src/kernel/language.ts';
import { type Chance, chance } from './chance.ts';
import { asAsk, edit, merge, translateByConcept } from './edits.ts';
import type { LabelledDegree, LabelledSet } from './sets.ts';

/** One ask beside one clause, judged: what the model learns from. */
export interface JudgedRow {
  readonly evidence: readonly number[];
  readonly degree: LabelledDegree | 'none';
  readonly crossing: boolean;
  /** Labelled by reading rather than made by an edit. */
  readonly read: boolean;
  readonly set: string;
  /** Rows of one ask in one text share this. */
  readonly ask: number;
}

interface MadeAsk {
  readonly text: string;
  readonly language: Language;
  readonly answers: ReadonlyMap<string, LabelledDegree>;
  readonly read: boolean;
}

/** The same set with neighbouring paragraphs run together: outcomes range from one line to half a page. */
export function lengthened(set: LabelledSet, by: number): LabelledSet {
  const names = new Map<string, string>();
  const paragraphs: { id: string; text: string }[] = [];
  for (let at = 0; at < set.paragraphs.length; at += by) {
    const together = set.paragraphs.slice(at, at + by);
    const id = together.map((one) => one.id).join('+');
    for (const one of together) names.set(one.id, id);
    paragraphs.push({ id, text: together.map((one) => one.text.replace(/[.;,]$/, '')).join('; ') });
  }
  const asks = set.asks.map((ask) => ({
    ...ask,
    answers: ask.answers.map((answer) => ({
      ...answer,
      paragraph: names.get(answer.paragraph) ?? answer.paragraph,
    })),
  }));
  return { ...set, id: `${set.id}-by-${by}`, paragraphs, asks };
}

let asked = 0;

/** Only the best ranked candidates are judged: easy negatives teach nothing. */
const judged = 10;

export function rowsOf(set: LabelledSet, others: readonly LabelledSet[]): JudgedRow[] {
  const luck = chance(set.id.length * 7919 + set.paragraphs.length);
  const read = set.asks.map((ask) => ({
    text: ask.text,
    language: ask.language,
    answers: new Map(ask.answers.map((answer) => [answer.paragraph, answer.degree])),
    read: true,
  }));
  const made = set.paragraphs.flatMap((paragraph, at) =>
    madeFrom(set, at, luck).map((ask) => ({ ...ask, from: paragraph.id })),
  );
  const strange = others.flatMap((other) =>
    other.asks.map((ask) => ({ ...ask, answers: new Map(), read: true })),
  );
  const whole = judge(set, [...read, ...made, ...strange]);
  // The same made asks against the text without a quarter of its clauses: those asks are now ignored by it.
  const removed = [0, 1, 2, 3].flatMap((turn) => {
    const paragraphs = set.paragraphs.filter((_, at) => at % 4 !== turn);
    const asks = made
      .filter((_, at) => at % 2 === 0)
      .filter((ask) => !paragraphs.some((paragraph) => paragraph.id === ask.from))
      .map((ask) => ({
        ...ask,
        answers: new Map<string, LabelledDegree>(
          [...ask.answers].filter(([id]) => paragraphs.some((p) => p.id === id)),
        ),
      }));
    return judge({ ...set, paragraphs }, asks);
  });
  return [...whole, ...removed];
}

function madeFrom(set: LabelledSet, at: number, luck: Chance): MadeAsk[] {
  const paragraph = set.paragraphs[at];
  const other = luck.pick(set.paragraphs);
  if (!paragraph || !other) return [];
  const own = (text: string, degree: LabelledDegree, language: Language = set.language): MadeAsk => ({
    text,
    language,
    answers: new Map([[paragraph.id, degree]]),
    read: false,
  });
  const asks = [
    own(edit(paragraph.text, 'mixed', 0.1, luck), 'adapted'),
    own(edit(paragraph.text, 'mixed', 0.3, luck), 'adapted'),
    own(edit(paragraph.text, 'substitute', 0.3, luck), 'adapted'),
    own(edit(paragraph.text, 'mixed', 0.6, luck), 'partly'),
    own(asAsk(paragraph.text, luck), 'adapted'),
    own(asAsk(paragraph.text, luck), 'adapted'),
    own(asAsk(paragraph.text, luck), 'adapted'),
  ];
  for (const to of languages) {
    if (to !== set.language)
      asks.push(own(translateByConcept(asAsk(paragraph.text, luck), set.language, to, luck), 'adapted', to));
  }
  if (other !== paragraph) {
    asks.push({
      text: merge(paragraph.text, other.text, luck),
      language: set.language,
      answers: new Map<string, LabelledDegree>([
        [paragraph.id, 'partly'],
        [other.id, 'partly'],
      ]),
      read: false,
    });
  }
  return asks.filter((ask) => ask.text.split(' ').length >= 3);
}

function judge(set: LabelledSet, asks: readonly MadeAsk[]): JudgedRow[] {
  const thesaurus = shippedThesaurus();
  const lexicon = new Lexicon();
  const index = new TextIndex(
    set.paragraphs.map((p) => profileOf(p.text, set.language, thesaurus, lexicon)),
    lexicon,
  );
  return asks.flatMap((ask) => {
    asked += 1;
    const found = candidatesOf(profileOf(ask.text, ask.language, thesaurus, lexicon), index);
    return found.aligned
      .map(
        (candidate): JudgedRow => ({
          evidence: evidenceOf(found.ask, candidate),
          degree: ask.answers.get(set.paragraphs[candidate.paragraph]?.id ?? '') ?? 'none',
          crossing: ask.language !== set.language,
          read: ask.read,
          set: set.id,
          ask: asked,
        }),
      )
      .filter((row, at) => at < judged || row.degree !== 'none');
  });
}
