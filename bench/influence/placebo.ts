import type { Ask, TracedText } from '../../src/capabilities/influence/rules/tracing/document.ts';
import { trace } from '../../src/capabilities/influence/rules/tracing/trace.ts';
import type { Baseline } from './baselines.ts';
import { chance } from './chance.ts';
import { edit } from './edits.ts';
import { declaration, heldOutSet, labelledSets } from './sets.ts';

export interface Placebo {
  readonly asks: readonly Ask[];
  readonly text: TracedText;
}

/**
 * Asks beside texts that cannot have answered them: asks of one process, as read and as edited clauses, against
 * the texts of unrelated ones and against a text of 1948. Harbour and lantern share a theme and never meet.
 */
export function placebos(): Placebo[] {
  const luck = chance(29);
  const sets = [...labelledSets(), heldOutSet()];
  const related = new Map([
    ['harbour', 'people'],
    ['lantern', 'people'],
    ['delta', 'water'],
    ['orchard', 'welfare'],
  ]);
  const rights: TracedText = { id: 'udhr', language: 'en', paragraphs: declaration('en') };
  return sets.flatMap((set) => {
    const made = set.paragraphs.flatMap((paragraph) =>
      [0.1, 0.3].map((rate) => ({
        id: `${paragraph.id} at ${rate}`,
        text: edit(paragraph.text, 'mixed', rate, luck),
        language: set.language,
      })),
    );
    const texts = sets.filter((other) => related.get(other.id) !== related.get(set.id));
    return [...texts, rights].map((text) => ({
      asks: [...set.asks.filter((ask) => !answeredThere.has(`${set.id} ${ask.id} ${text.id}`)), ...made],
      text,
    }));
  });
}

/** Asks of one set that, read by a person, another set's text does answer: no placebos there. */
const answeredThere = new Set(['harbour 33 delta', 'harbour 43 delta']);

/** Share of placebo asks for which anything at all is claimed. */
export function placeboRate(trials: readonly Placebo[]): { claimed: number; asked: number } {
  let claimed = 0;
  let asked = 0;
  for (const { asks, text } of trials) {
    asked += asks.length;
    claimed += trace(asks, text).filter((one) => one.proposals.length > 0).length;
  }
  return { claimed, asked };
}

export function baselinePlaceboRate(baseline: Baseline, from: number, trials: readonly Placebo[]): number {
  let claimed = 0;
  let asked = 0;
  for (const { asks, text } of trials) {
    asked += asks.length;
    claimed += baseline.scores(asks, text).filter((scores) => scores.some((score) => score >= from)).length;
  }
  return claimed / asked;
}
