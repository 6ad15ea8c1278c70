/** A logistic model: a number in, for each evidence a weight; the chance that the clause reflects the ask out. */
export interface Fitted {
  readonly bias: number;
  readonly weights: readonly number[];
}

/**
 * Ridge-held logistic regression by projected gradient: a weight may only have the sign given (0 is free), so that
 * no evidence of likeness ever counts against a claim because of an accident of the data.
 */
export function fitLogistic(
  rows: readonly { x: readonly number[]; y: number; weight: number }[],
  signs: readonly number[],
  ridge = 0.004,
  turns = 3000,
): Fitted {
  const width = signs.length;
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const means = signs.map(
    (_, at) => rows.reduce((sum, row) => sum + row.weight * (row.x[at] ?? 0), 0) / total,
  );
  const spreads = signs.map((_, at) =>
    Math.max(
      1e-6,
      Math.sqrt(
        rows.reduce((sum, row) => sum + row.weight * ((row.x[at] ?? 0) - (means[at] ?? 0)) ** 2, 0) / total,
      ),
    ),
  );
  const table = rows.map((row) => row.x.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)));
  const weights = new Float64Array(width);
  const speed = new Float64Array(width + 1);
  let bias = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const slope = new Float64Array(width + 1);
    for (const [at, row] of rows.entries()) {
      const x = table[at] ?? [];
      let sum = bias;
      for (let column = 0; column < width; column += 1) sum += (weights[column] ?? 0) * (x[column] ?? 0);
      const error = (row.weight / total) * (1 / (1 + Math.exp(-sum)) - row.y);
      for (let column = 0; column < width; column += 1)
        slope[column] = (slope[column] ?? 0) + error * (x[column] ?? 0);
      slope[width] = (slope[width] ?? 0) + error;
    }
    for (let column = 0; column < width; column += 1) {
      speed[column] =
        0.9 * (speed[column] ?? 0) - 0.6 * ((slope[column] ?? 0) + ridge * (weights[column] ?? 0));
      const next = (weights[column] ?? 0) + (speed[column] ?? 0);
      const sign = signs[column] ?? 0;
      weights[column] = sign !== 0 && next * sign < 0 ? 0 : next;
    }
    speed[width] = 0.9 * (speed[width] ?? 0) - 0.6 * (slope[width] ?? 0);
    bias += speed[width] ?? 0;
  }
  const plain = [...weights].map((weight, at) => weight / (spreads[at] ?? 1));
  return {
    bias: bias - plain.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0),
    weights: plain,
  };
}
