/** A gap longer than this was not spent on the application. */
const longestGapMs = 5 * 60_000;
const oneMinuteMs = 60_000;

/**
 * Minutes one person worked, from the moments something of theirs was saved: the time between saves, without gaps above
 * five minutes; each sitting begins with one minute for what was written before its first save.
 */
export function activeMinutes(saves: readonly Date[]): number {
  const times = saves.map((save) => save.getTime()).toSorted((a, b) => a - b);
  let total = 0;
  times.forEach((time, index) => {
    const before = times[index - 1];
    total += before !== undefined && time - before <= longestGapMs ? time - before : oneMinuteMs;
  });
  return Math.round(total / oneMinuteMs);
}

export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Fewer than five would tell of single cities. */
export const fewestPublished = 5;

/** By linear interpolation between ranks; undefined for fewer than five. */
export function quartiles(minutes: readonly number[]): Quartiles | undefined {
  if (minutes.length < fewestPublished) return undefined;
  const sorted = minutes.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const rank = share * (sorted.length - 1);
    const below = sorted[Math.floor(rank)] ?? 0;
    const above = sorted[Math.ceil(rank)] ?? below;
    return Math.round(below + (above - below) * (rank - Math.floor(rank)));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
