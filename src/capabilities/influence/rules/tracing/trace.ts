import type { Language } from '../../../../kernel/language.ts';
import { aroundAlignment, type MatchedSpan, spansOf } from '../alignment/spans.ts';
import { type Degree, degreeOf, restsOnEnough } from '../grading/degree.ts';
import { gradesOf, lookFrom, proposeAlsoFrom, proposeFrom } from '../grading/model.ts';
import { Lexicon } from '../index/lexicon.ts';
import { type Profile, profileOf } from '../index/profile.ts';
import { type RankingChoice, TextIndex } from '../index/text-index.ts';
import { Background, type Novelty } from '../novelty/background.ts';
import { type Outcome, outcomeOf, negatedIn, type Strength, strengthOf } from '../strength/modality.ts';
import { languageOf } from '../text/language-of.ts';
import { shippedThesaurus, type Thesaurus } from '../thesaurus/thesaurus.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { Ask, TracedText } from './document.ts';

/** A paragraph's place in an ask's ranking. Those not aligned word by word have a score near 0 and no degree. */
export interface Ranked {
  readonly ask: string;
  readonly document: string;
  readonly paragraph: string;
  readonly rank: number;
  /** The chance, 0 to 1, that a reader would say the paragraph reflects the ask. */
  readonly score: number;
}

/** A pair a person should look at, with its grounds. People decide; the tracer only proposes. */
export interface Proposal extends Ranked {
  readonly degree: Degree;
  readonly spans: readonly MatchedSpan[];
  readonly share: number;
  readonly missing: readonly string[];
  readonly quote?: string;
  readonly strength: Strength;
  readonly outcome: Outcome;
  readonly novelty?: Novelty;
}

export interface Traced {
  readonly ask: Ask;
  readonly proposals: readonly Proposal[];
  /** The abstain band: too uncertain to propose, too alike to pass over. */
  readonly worthALook: readonly Ranked[];
  readonly ranking: readonly Ranked[];
}

export interface TraceChoice {
  readonly background?: readonly TracedText[];
  readonly thesaurus?: Thesaurus;
  readonly rankings?: RankingChoice;
  /** Whole rankings are long; leave them out unless they are shown. */
  readonly ranked?: boolean;
}

/** Looks for every ask in one text. Pure: the same texts give the same answer. */
export function trace(asks: readonly Ask[], text: TracedText, choice: TraceChoice = {}): Traced[] {
  const thesaurus = choice.thesaurus ?? shippedThesaurus();
  const lexicon = new Lexicon();
  const profile = (words: string, language: Language): Profile =>
    profileOf(words, language, thesaurus, lexicon);
  const profiles = text.paragraphs.map((paragraph) => profile(paragraph.text, text.language));
  const index = new TextIndex(profiles, lexicon);
  const background = new Background(choice.background ?? [], thesaurus, lexicon);
  const asked = asks.map((ask) => profile(ask.text, ask.language ?? languageOf(ask.text).language));
  return asks.map((ask, at) => {
    const mine = asked[at];
    return mine
      ? traceOne(ask, mine, text, index, background, choice)
      : { ask, proposals: [], worthALook: [], ranking: [] };
  });
}

interface GradedCandidate {
  readonly candidate: Candidate;
  readonly chance: number;
  readonly whole: number;
}

function traceOne(
  ask: Ask,
  profile: Profile,
  text: TracedText,
  index: TextIndex,
  background: Background,
  choice: TraceChoice,
): Traced {
  if (profile.terms.length === 0) return { ask, proposals: [], worthALook: [], ranking: [] };
  const candidates = candidatesOf(profile, index, choice.rankings);
  const grades = gradesOf(candidates.ask, candidates.aligned);
  const graded = candidates.aligned
    .map(
      (candidate, at): GradedCandidate => ({
        candidate,
        chance: grades[at]?.chance ?? 0,
        whole: grades[at]?.whole ?? 0,
      }),
    )
    .toSorted((a, b) => b.chance - a.chance || a.candidate.paragraph - b.candidate.paragraph);
  const place = (paragraph: number, rank: number, score: number): Ranked => ({
    ask: ask.id,
    document: text.id,
    paragraph: text.paragraphs[paragraph]?.id ?? '',
    rank,
    score,
  });
  const proposals = graded.flatMap((one, at): Proposal[] => {
    const clause = index.profiles[one.candidate.paragraph];
    if (!clause || one.chance < (at === 0 ? proposeFrom : proposeAlsoFrom)) return [];
    if (!restsOnEnough(candidates.ask, one.candidate)) return [];
    const strength = {
      ...strengthIn(clause),
      negated: negatedIn(aroundAlignment(clause, one.candidate), clause.language),
    };
    const { degree, quote } = degreeOf(profile, clause, one.candidate, one);
    const outcome = outcomeOf(strengthIn(profile), strength);
    const novelty = background.empty ? undefined : background.noveltyOf(profile, clause, one.candidate);
    // Wording that was agreed before is no sign of this ask: it stays a proposal, with less than half the score.
    const score = novelty?.agreedIn ? one.chance * 0.45 : one.chance;
    return [
      {
        ...place(one.candidate.paragraph, at + 1, round(score)),
        degree,
        spans: spansOf(profile, clause, one.candidate),
        share: one.candidate.features.covered,
        missing: missingIn(profile, one.candidate, candidates.ask.weights),
        strength,
        outcome,
        ...(quote ? { quote: quote.paragraph.text } : {}),
        ...(novelty ? { novelty } : {}),
      },
    ];
  });
  const worthALook = graded.flatMap((one, at) =>
    one.chance >= lookFrom && !proposals.some((proposal) => proposal.rank === at + 1)
      ? [place(one.candidate.paragraph, at + 1, round(one.chance))]
      : [],
  );
  if (!choice.ranked) return { ask, proposals, worthALook, ranking: [] };
  const ranking = [
    ...graded.map((one, at) => place(one.candidate.paragraph, at + 1, round(one.chance))),
    ...candidates.rest.map((paragraph, at) =>
      place(paragraph, graded.length + at + 1, round(0.001 / (at + 2))),
    ),
  ];
  return { ask, proposals, worthALook, ranking };
}

const strengths = new WeakMap<Profile, Strength>();

function strengthIn(profile: Profile): Strength {
  let strength = strengths.get(profile);
  if (!strength) {
    strength = strengthOf(profile.text, profile.language);
    strengths.set(profile, strength);
  }
  return strength;
}

/** The heaviest matters of the ask that the clause lacks, as the ask words them; at most three. */
function missingIn(ask: Profile, candidate: Candidate, weights: Float64Array): string[] {
  return [...ask.terms.entries()]
    .filter(([row]) => (candidate.best[row] ?? 0) < 0.5)
    .toSorted((a, b) => (weights[b[0]] ?? 0) - (weights[a[0]] ?? 0))
    .slice(0, 3)
    .toSorted((a, b) => a[0] - b[0])
    .map(([, term]) => {
      const word = ask.words[term.word];
      return word ? ask.text.slice(word.start, word.end) : '';
    });
}

const round = (score: number): number => Math.round(score * 1e6) / 1e6;
