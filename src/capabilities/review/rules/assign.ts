import type { Highs } from 'highs';

/** Somebody who may be given reviews. */
export interface Able {
  readonly personId: string;
  readonly languages: readonly string[];
  readonly expertise: readonly string[];
  /** How many more they take. */
  readonly room: number;
}

export interface ToReview {
  readonly applicationId: string;
  /** In which it is written; a reviewed translation into English stands beside it. */
  readonly language: string;
  readonly themes: readonly string[];
  /** How many more reviews it wants. */
  readonly wants: number;
  /** Who may not, or has it already. */
  readonly notFor: readonly string[];
}

export interface Proposed {
  readonly applicationId: string;
  readonly personId: string;
  readonly reasons: readonly ('language' | 'translated' | 'expertise')[];
}

export interface Assignment {
  readonly proposed: readonly Proposed[];
  /** Applications that get fewer reviews than wanted, and by how many. */
  readonly short: readonly { readonly applicationId: string; readonly missing: number }[];
}

/** How well a reviewer fits: reads the language, knows the field. Every review counts for more than any fit. */
const worth = { review: 1000, language: 40, translated: 10, expertise: 30 };

/**
 * The assignment with most reviews and then the best fit over the whole round, never one application after the other: a
 * transportation problem, whose linear solution is whole. Load is levelled: each further review of one person costs a little more.
 */
export function assignReviews(highs: Highs, able: readonly Able[], wanted: readonly ToReview[]): Assignment {
  const pairs = wanted.flatMap((application, row) => {
    const barred = new Set(application.notFor);
    return able.flatMap((person, place) => {
      if (barred.has(person.personId) || person.room <= 0) return [];
      const reasons = reasonsFor(person, application);
      return reasons ? [{ row, place, reasons, fit: fitOf(reasons) }] : [];
    });
  });
  if (pairs.length === 0) return { proposed: [], short: shortOf(wanted, []) };
  const chosen = solve(highs, able, wanted, pairs);
  const proposed = chosen.map(({ row, place, reasons }) => ({
    applicationId: wanted[row]?.applicationId ?? '',
    personId: able[place]?.personId ?? '',
    reasons,
  }));
  return { proposed, short: shortOf(wanted, proposed) };
}

interface Pair {
  readonly row: number;
  readonly place: number;
  readonly reasons: Proposed['reasons'];
  readonly fit: number;
}

/** Undefined when the person can read neither the application nor its English translation. */
function reasonsFor(person: Able, { language, themes }: ToReview): Proposed['reasons'] | undefined {
  const reads = person.languages.includes(language)
    ? 'language'
    : person.languages.includes('en')
      ? 'translated'
      : undefined;
  if (!reads) return undefined;
  return themes.some((theme) => person.expertise.includes(theme)) ? [reads, 'expertise'] : [reads];
}

function fitOf(reasons: Proposed['reasons']): number {
  return reasons.reduce((sum, reason) => sum + worth[reason], worth.review);
}

/** Columns: each pair, then for each person their first, second, … review, which cost more and more. */
function solve(
  highs: Highs,
  able: readonly Able[],
  wanted: readonly ToReview[],
  pairs: readonly Pair[],
): Pair[] {
  const steps = able.flatMap(({ room }, place) =>
    Array.from({ length: room }, (_, index) => ({ place, cost: (index + 1) / Math.max(room, 1) })),
  );
  const rows = wanted.length + able.length;
  const columns: (readonly (readonly [row: number, value: number])[])[] = [
    ...pairs.map(({ row, place }) => [[row, 1] as const, [wanted.length + place, 1] as const]),
    ...steps.map(({ place }) => [[wanted.length + place, -1] as const]),
  ];
  const starts = [0];
  for (const column of columns) starts.push((starts.at(-1) ?? 0) + column.length);
  return highs.withModel(
    {
      numCols: columns.length,
      numRows: rows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from([...pairs.map(({ fit }) => fit), ...steps.map(({ cost }) => -cost)]),
      colLower: new Float64Array(columns.length),
      colUpper: new Float64Array(columns.length).fill(1),
      rowLower: Float64Array.from([...wanted.map(() => 0), ...able.map(() => 0)]),
      rowUpper: Float64Array.from([...wanted.map(({ wants }) => Math.max(0, wants)), ...able.map(() => 0)]),
      matrix: {
        format: 'csc',
        numRows: rows,
        numCols: columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(columns.flatMap((column) => column.map(([row]) => row))),
        values: Float64Array.from(columns.flatMap((column) => column.map(([, value]) => value))),
      },
    },
    (model) => {
      // A corner of the feasible set is whole; an interior point would not be.
      model.options.set({ output_flag: false, solver: 'simplex' });
      model.run();
      const { colValue } = model.getSolution();
      return pairs.filter((_, index) => (colValue[index] ?? 0) > 0.5);
    },
  );
}

function shortOf(wanted: readonly ToReview[], proposed: readonly Proposed[]): Assignment['short'] {
  return wanted.flatMap(({ applicationId, wants }) => {
    const got = proposed.filter((one) => one.applicationId === applicationId).length;
    return wants > got ? [{ applicationId, missing: wants - got }] : [];
  });
}
