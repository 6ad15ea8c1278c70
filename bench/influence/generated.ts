import { type Ask, type TracedText } from '../../src/capabilities/influence/rules/tracing/document.ts';
import { trace } from '../../src/capabilities/influence/rules/tracing/trace.ts';
import { chance } from './chance.ts';
import { edit, type KindOfEdit, merge, split } from './edits.ts';

export interface EditedResult {
  /** Share of asks whose clause is among the first ten. */
  readonly inTen: number;
  /** Share of asks whose clause is claimed as adapted or better. */
  readonly adapted: number;
  /** Share of verbatim claims whose quotation truly stands in both texts; 1 when there are none. */
  readonly proven: number;
}

/** Every clause of a text edited into an ask, and looked for in that text. */
export function tracedAfterEdits(text: TracedText, kind: KindOfEdit, rate: number, seed = 11): EditedResult {
  const luck = chance(seed);
  const asks = text.paragraphs.map((paragraph) => ({
    id: paragraph.id,
    text: edit(paragraph.text, kind, rate, luck),
    language: text.language,
  }));
  return judged(asks, text);
}

/** Halves of clauses, and pairs of halves: the ask is found when either of its clauses is. */
export function tracedAfterSplit(text: TracedText): EditedResult {
  const asks = text.paragraphs.flatMap((paragraph) =>
    split(paragraph.text).map((half) => ({ id: paragraph.id, text: half, language: text.language })),
  );
  return judged(asks, text);
}

export function tracedAfterMerge(text: TracedText, seed = 13): EditedResult {
  const luck = chance(seed);
  const asks = text.paragraphs.flatMap((paragraph) => {
    const other = luck.pick(text.paragraphs);
    return other
      ? [{ id: paragraph.id, text: merge(paragraph.text, other.text, luck), language: text.language }]
      : [];
  });
  return judged(asks, text);
}

function judged(asks: readonly Ask[], text: TracedText): EditedResult {
  const traced = trace(asks, text, { ranked: true });
  const share = (right: (one: (typeof traced)[number]) => boolean): number =>
    traced.filter(right).length / traced.length;
  const verbatim = traced.flatMap((one) =>
    one.proposals.filter((claim) => claim.degree === 'verbatim').map((claim) => ({ claim, ask: one.ask })),
  );
  const textOf = new Map(text.paragraphs.map((paragraph) => [paragraph.id, paragraph.text]));
  const proven = verbatim.filter(
    ({ claim, ask }) =>
      claim.quote !== undefined &&
      ask.text.includes(claim.quote) &&
      textOf.get(claim.paragraph)?.includes(claim.quote),
  );
  return {
    inTen: share((one) => one.ranking.slice(0, 10).some((place) => place.paragraph === one.ask.id)),
    adapted: share((one) =>
      one.proposals.some((claim) => claim.paragraph === one.ask.id && claim.degree !== 'partly'),
    ),
    proven: verbatim.length === 0 ? 1 : proven.length / verbatim.length,
  };
}
