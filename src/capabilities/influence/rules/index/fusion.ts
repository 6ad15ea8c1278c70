/** Below this rank a ranking has no say: 1/(60+rank) hardly differs any more. */
const deep = 200;

/** Reciprocal rank fusion (Cormack and others, SIGIR 2009): rankings agree without their scores being comparable. */
export function fuse(rankings: readonly { scores: Float64Array; weight: number }[], k = 60): Float64Array {
  const fused = new Float64Array(rankings[0]?.scores.length ?? 0);
  for (const { scores, weight } of rankings) {
    if (weight === 0) continue;
    for (const [rank, at] of orderOf(scores, deep).entries()) {
      fused[at] = (fused[at] as number) + weight / (k + rank + 1);
    }
  }
  return fused;
}

/** The numbers of the entries above nothing, best first, at most `most`; of equals the earlier paragraph first. */
export function orderOf(scores: Float64Array, most = Number.POSITIVE_INFINITY): number[] {
  let least = 0;
  if (scores.length > most) least = scores.toSorted()[scores.length - most] ?? 0;
  const found: number[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] as number;
    if (score > 0 && score >= least) found.push(at);
  }
  return found
    .toSorted((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, most === Number.POSITIVE_INFINITY ? undefined : most);
}
