import { compare, type Compared } from '../alignment/features.ts';
import { type WeighedAsk, weigh } from '../alignment/pairing.ts';
import { orderOf } from '../index/fusion.ts';
import type { Profile } from '../index/profile.ts';
import type { RankingChoice, TextIndex } from '../index/text-index.ts';

/** How a candidate stands among the ask's other candidates in the same text. */
export interface Standing {
  /** Coverage as a share of the best candidate's. */
  readonly ofBest: number;
  /** How far coverage lies above the other candidates', in their spreads. */
  readonly lead: number;
  /** What the other candidates cover on average: high where the whole text is about the ask's theme. */
  readonly usual: number;
}

export interface Candidate extends Compared {
  readonly paragraph: number;
  readonly standing: Standing;
}

export interface Candidates {
  readonly ask: WeighedAsk;
  readonly aligned: readonly Candidate[];
  /** The paragraphs not worth aligning, best first. */
  readonly rest: readonly number[];
}

/** How many of the best ranked paragraphs are aligned word by word. */
const aligned = 12;

export function candidatesOf(ask: Profile, index: TextIndex, choice?: RankingChoice): Candidates {
  const weighed = weigh(ask, index);
  const rankings = index.rank(ask, choice);
  const order = orderOf(rankings.fused);
  const compared = order.slice(0, aligned).flatMap((paragraph) => {
    const clause = index.profiles[paragraph];
    return clause
      ? [{ paragraph, ...compare(weighed, paragraph, clause, index, rankings.letters[paragraph] as number) }]
      : [];
  });
  const covers = compared.map((one) => one.features.window);
  return {
    ask: weighed,
    aligned: compared.map((one, at) => ({ ...one, standing: standingOf(covers, at) })),
    rest: order.slice(aligned),
  };
}

function standingOf(covers: readonly number[], at: number): Standing {
  const mine = covers[at] ?? 0;
  const others = covers
    .filter((_, other) => other !== at)
    .toSorted((a, b) => b - a)
    .slice(0, 12);
  const usual = others.length > 0 ? others.reduce((sum, value) => sum + value, 0) / others.length : 0;
  const spread = Math.sqrt(
    others.reduce((sum, value) => sum + (value - usual) ** 2, 0) / Math.max(1, others.length),
  );
  return {
    ofBest: mine / Math.max(0.05, mine, others[0] ?? 0),
    lead: Math.max(-2, Math.min(4, (mine - usual) / (spread + 0.06))),
    usual,
  };
}
