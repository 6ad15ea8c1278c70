/** A piece of text where a PDF page draws it; `y` grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly rightToLeft: boolean;
  readonly pageWidth: number;
}

interface PageLine {
  readonly text: string;
  readonly size: number;
}

interface Row {
  pieces: Piece[];
  y: number;
}

/**
 * Lines in reading order: two columns one after the other, raised note marks left out, blanks where gaps are.
 * `usualGutter` is where earlier pages of the file part their columns.
 */
export function linesOfPage(pieces: readonly Piece[], usualGutter?: number): PageLine[] {
  const rows = rowsOf(pieces);
  const gutter =
    gutterOf(rows) ?? (usualGutter !== undefined && isClear(rows, usualGutter) ? usualGutter : undefined);
  if (gutter === undefined) return rows.map((row) => lineOf(row.pieces));
  const rightFirst = pieces.filter((piece) => piece.rightToLeft).length > pieces.length / 2;
  const lines: PageLine[] = [];
  let left: Piece[][] = [];
  let right: Piece[][] = [];
  const flush = (): void => {
    const [first, second] = rightFirst ? [right, left] : [left, right];
    for (const row of [...first, ...second]) lines.push(lineOf(row));
    [left, right] = [[], []];
  };
  for (const row of rows) {
    if (crossesAt(row, gutter)) {
      flush();
      lines.push(lineOf(row.pieces));
      continue;
    }
    const before = row.pieces.filter((piece) => piece.x < gutter);
    const after = row.pieces.filter((piece) => piece.x >= gutter);
    if (before.length > 0) left.push(before);
    if (after.length > 0) right.push(after);
  }
  flush();
  return lines;
}

function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - piece.y) < Math.max(2, piece.size * 0.5)) row.pieces.push(piece);
    else rows.push({ pieces: [piece], y: piece.y });
  }
  return rows;
}

/** The gutter of a page by itself, to be remembered for pages that are nearly empty. */
export function gutterOfPage(pieces: readonly Piece[]): number | undefined {
  return gutterOf(rowsOf(pieces));
}

const crossesAt = (row: Row, at: number): boolean =>
  row.pieces.some((piece) => piece.x < at - 2 && piece.x + piece.width > at + 2);

function isClear(rows: readonly Row[], at: number): boolean {
  return rows.filter((row) => crossesAt(row, at)).length <= rows.length * 0.25;
}

/** The place near the middle that hardly a row crosses, with text on both sides of many rows. */
function gutterOf(rows: readonly Row[]): number | undefined {
  const width = rows[0]?.pieces[0]?.pageWidth ?? 600;
  if (rows.length < 8) return undefined;
  let best: { at: number; crossing: number } | undefined;
  for (let at = width * 0.38; at <= width * 0.62; at += 3) {
    const crossing = rows.filter((row) => crossesAt(row, at)).length;
    const both = rows.filter(
      (row) =>
        row.pieces.some((piece) => piece.x + piece.width <= at) &&
        row.pieces.some((piece) => piece.x >= at && piece.x < at + width * 0.12),
    ).length;
    if (both >= rows.length * 0.4 && crossing <= rows.length * 0.25 && (!best || crossing < best.crossing))
      best = { at, crossing };
  }
  return best?.at;
}

function lineOf(pieces: readonly Piece[]): PageLine {
  const size = Math.max(...pieces.map((piece) => piece.size));
  const base = pieces.find((piece) => piece.size === size)?.y ?? 0;
  const raised = (piece: Piece): boolean =>
    piece.size < size * 0.8 && piece.y > base + size * 0.15 && /^\s*(?:\d{1,3}|\*{1,3})\s*$/.test(piece.text);
  const kept = pieces.filter((piece) => !raised(piece));
  const rightToLeft = kept.filter((piece) => piece.rightToLeft).length > kept.length / 2;
  const ordered = kept.toSorted((a, b) => (rightToLeft ? b.x - a.x : a.x - b.x));
  let text = '';
  for (const [at, piece] of ordered.entries()) {
    const before = ordered[at - 1];
    const gap = before
      ? rightToLeft
        ? before.x - (piece.x + piece.width)
        : piece.x - (before.x + before.width)
      : 0;
    text +=
      before && gap > size * 0.15 && !/\s$/.test(text) && !/^\s/.test(piece.text)
        ? ` ${piece.text}`
        : piece.text;
  }
  return { text, size };
}
