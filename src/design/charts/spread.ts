const lineHeight = 17;

/** Heights of words beside their points, moved apart where they would overlap, in the order given. */
export function spread(heights: readonly number[]): number[] {
  const placed = [...heights];
  const order = heights.map((_, index) => index).toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  let lowest = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    lowest = Math.max(heights[index] ?? 0, lowest + lineHeight);
    placed[index] = lowest;
  }
  const overflow = Math.max(0, lowest - Math.max(...heights));
  return placed.map((height) => height - overflow / 2);
}
