/**
 * Fits the model the grades come from and writes it to src/capabilities/influence/rules/grading/model.json.
 * `node bench/influence/fit.ts` writes; `--left-out` prints what each set scores with a model that never saw it.
 */
import { writeFileSync } from 'node:fs';
import { type EvidenceName, evidenceNames } from '../../src/capabilities/influence/rules/grading/evidence.ts';
import { leadOf } from '../../src/capabilities/influence/rules/grading/model.ts';
import { type JudgedRow, lengthened, rowsOf } from './judged-rows.ts';
import { type Fitted, fitLogistic } from './logistic.ts';
import { type LabelledSet, labelledSets } from './sets.ts';

/** Which way evidence may count: 1 for a claim, -1 against one, 0 either way. */
const signs: Record<EvidenceName, number> = {
  covered: 1,
  window: 1,
  sameWords: 1,
  inOrder: 1,
  heaviest: 1,
  neighbours: 1,
  run: 1,
  wordRun: 1,
  mass: 1,
  clauseShare: 1,
  windowShare: 1,
  letters: 1,
  lettersNear: 1,
  actors: 1,
  figures: 1,
  absent: -1,
  ofBest: 1,
  lead: 1,
  usual: -1,
  askLength: 0,
  firmCover: 1,
};
/** Across languages words are never the same; letters only between related ones, so they rank but do not grade. */
const unheardAcross = new Set<EvidenceName>([
  'sameWords',
  'wordRun',
  'letters',
  'lettersNear',
  'windowShare',
]);
/** Whole or part is a matter of coverage alone. */
const heardForWhole = new Set<EvidenceName>(['covered', 'window', 'heaviest', 'absent', 'inOrder']);

type Judge = (row: JudgedRow) => boolean;

function fit(
  rows: readonly JudgedRow[],
  heard: (name: EvidenceName) => boolean,
  yes: Judge,
  shareRead: number,
  turns = 500,
): Fitted {
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
    turns,
  );
}

export interface FittedModel {
  readonly sameLanguage: Fitted;
  readonly crossing: Fitted;
  readonly whole: Fitted;
  /** From a pair's own sum and its lead over the ask's next best pair to the chance told: bias, sum, lead. */
  readonly sureness: { readonly sameLanguage: Fitted; readonly crossing: Fitted };
}

type Raw = Omit<FittedModel, 'sureness'>;

const reflected: Judge = (row) => row.degree !== 'none';

function grow(sets: readonly LabelledSet[]): LabelledSet[] {
  return sets.flatMap((set) => [set, lengthened(set, 2), lengthened(set, 3)]);
}

function rowsFor(sets: readonly LabelledSet[]): JudgedRow[] {
  return grow(sets).flatMap((set) =>
    rowsOf(
      set,
      sets.filter((other) => !set.id.startsWith(other.id)),
    ),
  );
}

function fitRaw(rows: readonly JudgedRow[]): Raw {
  return {
    sameLanguage: fit(
      rows.filter((row) => !row.crossing),
      () => true,
      reflected,
      0.65,
    ),
    crossing: fit(
      rows.filter((row) => row.crossing),
      (name) => !unheardAcross.has(name),
      reflected,
      0.65,
    ),
    whole: fit(
      rows.filter(reflected),
      (name) => heardForWhole.has(name),
      (row) => row.degree !== 'partly',
      0.4,
    ),
  };
}

/**
 * A model is surer, or less sure, of texts it learned from than of a new one. So each set is scored by a model that
 * never saw it; those sums, and by how much a pair leads the ask's other pairs, set how sure the final model is.
 */
export function fitModel(sets: readonly LabelledSet[]): FittedModel {
  const rows = rowsFor(sets);
  const unseen = sets.flatMap((set) => {
    const others = fitRaw(rows.filter((row) => !row.set.startsWith(set.id)));
    const mine = rows.filter((row) => row.read && row.set.startsWith(set.id));
    return withLead(
      mine.map((row) => ({ row, sum: sumOf(row.crossing ? others.crossing : others.sameLanguage, row) })),
    );
  });
  const sureness = (crossing: boolean): Fitted =>
    fitLogistic(
      unseen
        .filter((one) => one.row.crossing === crossing)
        .map(({ row, sum, lead }) => ({ x: [sum, lead], y: reflected(row) ? 1 : 0, weight: 1 })),
      [1, 1],
      0.0005,
      3000,
    );
  return { ...fitRaw(rows), sureness: { sameLanguage: sureness(false), crossing: sureness(true) } };
}

function withLead(
  pairs: readonly { row: JudgedRow; sum: number }[],
): { row: JudgedRow; sum: number; lead: number }[] {
  const byAsk = new Map<number, number[]>();
  for (const { row, sum } of pairs) byAsk.set(row.ask, [...(byAsk.get(row.ask) ?? []), sum]);
  return pairs.map(({ row, sum }) => ({ row, sum, lead: leadOf(sum, byAsk.get(row.ask) ?? []) }));
}

function sumOf(fitted: Fitted, row: JudgedRow): number {
  return row.evidence.reduce((sum, value, at) => sum + value * (fitted.weights[at] ?? 0), fitted.bias);
}

const rowsOnce = new Map<string, JudgedRow[]>();

/** For the ablation: the models of both kinds fitted without one kind of evidence, as a sum per row. */
export function fitSums(
  sets: readonly LabelledSet[],
  without: EvidenceName | undefined,
): (row: JudgedRow) => number {
  const key = sets.map((set) => set.id).join();
  const rows = rowsOnce.get(key) ?? rowsFor(sets);
  rowsOnce.set(key, rows);
  const same = fit(
    rows.filter((row) => !row.crossing),
    (name) => name !== without,
    reflected,
    0.65,
    200,
  );
  const across = fit(
    rows.filter((row) => row.crossing),
    (name) => name !== without && !unheardAcross.has(name),
    reflected,
    0.65,
    200,
  );
  return (row) => sumOf(row.crossing ? across : same, row);
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
  const sureness = ({ bias, weights: [sum = 1, lead = 0] }: Fitted) => ({ bias, sum, lead });
  const written = {
    sameLanguage: { ...named(model.sameLanguage), sureness: sureness(model.sureness.sameLanguage) },
    crossing: { ...named(model.crossing), sureness: sureness(model.sureness.crossing) },
    whole: named(model.whole),
  };
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
  console.log(JSON.stringify(written, null, 1));
}
