/** Reciprocal rank fusion (Cormack and others, SIGIR 2009): rankings agree without their scores being comparable. */
export function fuse(rankings: readonly { scores: Float64Array; weight: number }[], k = 60): Float64Array {
  const fused = new Float64Array(rankings[0]?.scores.length ?? 0);
  for (const { scores, weight } of rankings) {
    for (const [rank, at] of orderOf(scores).entries()) {
      fused[at] = (fused[at] as number) + weight / (k + rank + 1);
    }
  }
  return fused;
}

/** The numbers of all entries above nothing, best first; of equals the earlier paragraph first. */
export function orderOf(scores: Float64Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < scores.length; at += 1) if ((scores[at] as number) > 0) found.push(at);
  return found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}
