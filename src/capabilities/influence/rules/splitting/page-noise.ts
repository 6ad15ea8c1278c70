import type { Line } from './line.ts';
import { numberOf } from './numbering.ts';

/** How many lines at a page's top and foot may be its head and foot. */
const edge = 3;

const pageNumber =
  /^[-–—\s]*(?:(?:page|p\.|página|pág\.|صفحة)\s*)?[\d٠-٩]{1,4}(?:\s*(?:\/|of|de|sur|من)\s*[\d٠-٩]{1,4})?[-–—\s]*$/iu;
const symbolLine =
  /^(?:A|E|S|ST|HRI|CCPR)\/[A-Z0-9./()-]+(?:\s+[\d/]+)?$|^\d{2}-\d{5}(?:\s+\(?[A-Z]\)?)?(?:\s+\d+\/\d+)?$|^\d+\/\d+\s+\d{2}-\d{5}$/u;

/** A head that starts or ends with the document's symbol. */
const symbolHead =
  /^(?:A|E|S)\/[A-Z0-9./()-]{4,}\s.{0,60}$|^.{0,60}\s(?:A|E|S)\/[A-Z0-9./()-]{4,}$|^\d+\/\d+\s+\d{2}-\d{5}/u;

const mask = (text: string): string =>
  text
    .replace(/[\d٠-٩]+/gu, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Drops page heads, feet, page numbers, document symbols and footnotes. */
export function withoutPageNoise(lines: readonly Line[]): Line[] {
  const pages = pagesOf(lines);
  const repeated = repeatedAtEdges(pages);
  const furniture = (text: string): boolean =>
    symbolLine.test(text) ||
    symbolHead.test(text) ||
    (pages.length > 1 && (pageNumber.test(text) || (repeated.has(mask(text)) && !numberOf(text, undefined))));
  return pages.flatMap((page) => {
    // From the outside in: the first line that is text ends the head, and the same from below.
    let from = 0;
    let to = page.length;
    while (from < Math.min(edge, to) && furniture(page[from]?.text.trim() ?? '')) from += 1;
    while (to > Math.max(from, page.length - edge) && furniture(page[to - 1]?.text.trim() ?? '')) to -= 1;
    return withoutFootnotes(page.slice(from, to).filter((line) => !symbolLine.test(line.text.trim())));
  });
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [];
  let current: number | undefined;
  for (const line of lines) {
    if (pages.length === 0 || (line.page ?? 1) !== current) pages.push([]);
    current = line.page ?? 1;
    if (line.text.trim() !== '' || line.page === undefined) pages.at(-1)?.push(line);
  }
  return pages;
}

/** A line at the edge of three pages or more, and of a fifth of them, is furniture. */
function repeatedAtEdges(pages: readonly (readonly Line[])[]): Set<string> {
  const seen = new Map<string, number>();
  for (const page of pages) {
    // A numbered clause may open many pages with the same words; it is never furniture.
    const outer = [...page.slice(0, edge), ...page.slice(-edge)].filter(
      (line) => !numberOf(line.text.trim(), undefined),
    );
    const edges = new Set(outer.map((line) => mask(line.text)));
    for (const text of edges) if (text.length > 1) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length * 0.2);
  return new Set([...seen].filter(([, times]) => times >= least).map(([text]) => text));
}

/**
 * Small print at the foot of a page, or all that follows a drawn rule there. Its marks inside the text go too, but
 * only those whose note was found: "CO2" keeps its figure.
 */
function withoutFootnotes(page: readonly Line[]): Line[] {
  let cut = page.length;
  const rule = page.findIndex((line, at) => at > page.length / 3 && /^\s*[_—–-]{5,}\s*$/.test(line.text));
  if (rule >= 0 && page.slice(rule + 1).some((line) => noteMark.test(line.text))) cut = rule;
  else {
    while (cut > 0 && (page[cut - 1]?.size ?? 1) < 0.9) cut -= 1;
    if (!page.slice(cut).some((line) => noteMark.test(line.text))) cut = page.length;
  }
  const marks = new Set(page.slice(cut).flatMap((line) => noteMark.exec(line.text)?.[1] ?? []));
  const kept = page.slice(0, cut);
  return marks.size === 0 ? kept : kept.map((line) => ({ ...line, text: withoutMarks(line.text, marks) }));
}

const noteMark = /^\s*(\d{1,3}|\*{1,3})[\s.)]+\S/u;

function withoutMarks(text: string, marks: ReadonlySet<string>): string {
  return text.replace(/(?<=\p{L}[.,;:)»”"]?)(\d{1,3}|\*{1,3})(?=[\s.,;:]|$)/gu, (mark) =>
    marks.has(mark) ? '' : mark,
  );
}
