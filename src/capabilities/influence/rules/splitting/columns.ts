/**
 * Plain text of a page set in two columns: the gutter is the place where nearly every long line has three blanks.
 * Gives the left column, then the right one; a text in one column comes back as it was.
 */
export function oneColumn(lines: readonly string[]): string[] {
  const long = lines.filter((line) => line.trimEnd().length > 50);
  if (long.length < 6) return [...lines];
  const gutter = gutterOf(long);
  if (gutter === undefined) return [...lines];
  const left: string[] = [];
  const right: string[] = [];
  for (const line of lines) {
    if (/\s{2}$/.test(line.slice(0, gutter).padEnd(gutter)) || line.length <= gutter) {
      left.push(line.slice(0, gutter).trimEnd());
      right.push(line.slice(gutter).trim());
    } else left.push(line);
  }
  return [...left, ...right];
}

function gutterOf(lines: readonly string[]): number | undefined {
  // Two thousand lines show a gutter as well as two hundred thousand.
  const sample = lines.slice(0, 2000);
  const longest = sample.reduce((most, line) => Math.max(most, line.length), 0);
  let best: { at: number; share: number } | undefined;
  for (let at = Math.floor(longest * 0.3); at < longest * 0.7; at += 1) {
    const blank = sample.filter(
      (line) => /^\s{3}$/.test(line.slice(at - 3, at).padEnd(3)) && line.slice(at).trim() !== '',
    ).length;
    const share = blank / sample.length;
    if (!best || share >= best.share) best = { at, share };
  }
  return best && best.share >= 0.7 ? best.at : undefined;
}
