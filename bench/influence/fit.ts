/**
 * Fits the model the grades come from and writes it to src/capabilities/influence/rules/grading/model.json.
 * `node bench/influence/fit.ts` writes; `--left-out` prints what each set scores with a model that never saw it.
 */
import { writeFileSync } from 'node:fs';
import { type EvidenceName, evidenceNames } from '../../src/capabilities/influence/rules/grading/evidence.ts';
import { type JudgedRow, lengthened, rowsOf } from './judged-rows.ts';
import { type Fitted, fitLogistic } from './logistic.ts';
import { type LabelledSet, labelledSets } from './sets.ts';

/** Which way evidence may count: 1 for a claim, -1 against one, 0 either way. */
const signs: Record<EvidenceName, number> = {
  covered: 1, window: 1, sameWords: 1, inOrder: 1, heaviest: 1, neighbours: 1, run: 1, wordRun: 1, mass: 1,
  clauseShare: 1, windowShare: 1, letters: 1, lettersNear: 1, actors: 1, figures: 1, absent: -1, ofBest: 1, lead: 1,
  usual: -1, askLength: 0, firmCover: 1,
};
/** Across languages words are never the same; letters only between related ones, so they rank but do not grade. */
const unheardAcross = new Set<EvidenceName>(['sameWords', 'wordRun', 'letters', 'lettersNear', 'windowShare']);
/** Whole or part is a matter of coverage alone. */
const heardForWhole = new Set<EvidenceName>(['covered', 'window', 'heaviest', 'absent', 'inOrder']);

type Judge = (row: JudgedRow) => boolean;

function fit(rows: readonly JudgedRow[], heard: (name: EvidenceName) => boolean, yes: Judge, shareRead: number): Fitted {
  const read = rows.filter((row) => row.read).length;
  const made = rows.length - read;
  return fitLogistic(
    rows.map((row) => ({
      x: row.evidence.map((value, at) => (heard(evidenceNames[at] ?? 'covered') ? value : 0)),
      y: yes(row) ? 1 : 0,
      weight: row.read ? shareRead / read : (1 - shareRead) / made,
    })),
    evidenceNames.map((name) => (heard(name) ? signs[name] : 0)),
    0.002,
    500,
  );
}

export interface FittedModel {
  readonly sameLanguage: Fitted;
  readonly crossing: Fitted;
  readonly whole: Fitted;
}

export function fitModel(sets: readonly LabelledSet[]): FittedModel {
  const grown = sets.flatMap((set) => [set, lengthened(set, 2), lengthened(set, 3)]);
  const rows = grown.flatMap((set) => rowsOf(set, sets.filter((other) => !set.id.startsWith(other.id))));
  const reflected: Judge = (row) => row.degree !== 'none';
  return {
    sameLanguage: fit(rows.filter((row) => !row.crossing), () => true, reflected, 0.65),
    crossing: fit(rows.filter((row) => row.crossing), (name) => !unheardAcross.has(name), reflected, 0.65),
    whole: fit(rows.filter(reflected), (name) => heardForWhole.has(name), (row) => row.degree !== 'partly', 0.4),
  };
}

function named(fitted: Fitted): { bias: number; weights: Record<string, number> } {
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    bias: rounded(fitted.bias),
    weights: Object.fromEntries(evidenceNames.map((name, at) => [name, rounded(fitted.weights[at] ?? 0)])),
  };
}

if (import.meta.main) {
  const model = fitModel(labelledSets());
  const file = new URL('../../src/capabilities/influence/rules/grading/model.json', import.meta.url);
  const written = { sameLanguage: named(model.sameLanguage), crossing: named(model.crossing), whole: named(model.whole) };
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
  console.log(JSON.stringify(written, null, 1));
}
