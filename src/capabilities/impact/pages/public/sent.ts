import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cursorText } from '../../rules/entry-view.ts';
import { dateSaid, plainNumber } from '../../rules/figure-for-systems.ts';
import { type FigureView, yearEnds } from '../../rules/figure-view.ts';
import { readImpactPage } from '../../store/impact-page.ts';
import { listPublished } from '../../store/published-page.ts';
import { readDay } from '../as-at.ts';
import { figureAsked } from './asked.ts';
import { cityColumns, entryColumns, figureColumns, figureLines, publishedColumns } from './files.ts';

/** A file holds so many entries; the next begins at `?after=`, named by the Link header and by `next`. */
const entriesInFile = 5000;
const everyCity = 1_000_000;

const readPage = (visit: Visit, cities: number) =>
  readImpactPage(visit.world.publicDb, { ...readDay(visit), language: visit.language, cities });

export async function impactCsv(visit: Visit): Promise<Response> {
  const { figures } = await readPage(visit, 0);
  return csvResponse('impact', figureColumns, figureLines(figures, readDay(visit).asAt));
}

export async function citiesCsv(visit: Visit): Promise<Response> {
  return csvResponse('cities-engaged', cityColumns, (await readPage(visit, everyCity)).cities);
}

/** Everything the impact page shows, charts and map included. */
export async function impactJson(visit: Visit): Promise<Response> {
  const { asAt } = readDay(visit);
  const { figures, cities, reckonings } = await readPage(visit, everyCity);
  const items = figures.map((figure) => figureForFile(figure, asAt));
  return jsonResponse({ asAt, figures: items, cities, classifications: reckonings }, 'impact');
}

function figureForFile(figure: FigureView, asAt: FigureView['published'][number]['day']) {
  const { key, version, objective, unit, measure, period, title, difference, shares } = figure;
  return {
    key,
    version,
    objective,
    unit,
    measure,
    period,
    title,
    difference,
    shares,
    totals: figure.totals.map((total) => ({
      unit: total.series || unit,
      value: plainNumber(total.value, total.series),
      entries: total.entries,
      notVerifiedByTwo: total.imported,
      years: yearRows(figure, total.series, total.value, asAt),
    })),
    published: figure.published.map((said) => ({
      value: said.value,
      unit: said.currency ?? said.unit,
      qualifier: said.qualifier,
      wording: said.wording,
      date: dateSaid(said),
      source: said.source,
      address: said.address,
      computedThen: plainNumber(said.computedThen, said.currency ?? ''),
    })),
  };
}

function yearRows(
  figure: FigureView,
  series: string,
  now: bigint,
  asAt: FigureView['published'][number]['day'],
) {
  const years = figure.years.filter((year) => year.series === series);
  return yearEnds(figure, years, asAt, now).map(({ year, value }) => ({
    year,
    value: plainNumber(value, series),
  }));
}

export async function yearsCsv(visit: Visit): Promise<Response> {
  const { page, asAt } = await figureAsked(visit, 1);
  const { figure } = page;
  const rows = figure.totals.flatMap((total) =>
    yearRows(figure, total.series, total.value, asAt).map((row) => ({
      ...row,
      unit: total.series || figure.unit,
    })),
  );
  return csvResponse(
    `${figure.key}-years`,
    [
      { head: 'year', cell: (row) => row.year },
      { head: 'value', cell: (row) => row.value },
      { head: 'unit', cell: (row) => row.unit },
    ],
    rows,
  );
}

export async function entriesCsv(visit: Visit): Promise<Response> {
  const { page } = await figureAsked(visit, entriesInFile);
  const response = csvResponse(`${page.figure.key}-entries`, entryColumns, page.entries);
  const next = nextAddress(visit, page);
  if (next) response.headers.set('link', `<${next}>; rel="next"`);
  return response;
}

export async function entriesJson(visit: Visit): Promise<Response> {
  const { page, asAt } = await figureAsked(visit, entriesInFile);
  const { key, version } = page.figure;
  return jsonResponse(
    { asAt, key, version, items: page.entries, next: nextAddress(visit, page) },
    `${key}-entries`,
  );
}

type Page = Awaited<ReturnType<typeof figureAsked>>['page'];

function nextAddress(visit: Visit, { entries, more }: Page): string | null {
  const last = entries.at(-1);
  if (!more || !last) return null;
  const query = new URLSearchParams(visit.url.search);
  query.set('after', cursorText(last));
  return `${visit.world.config.publicUrl}${visit.url.pathname}?${query}`;
}

export async function publishedCsv(visit: Visit): Promise<Response> {
  return csvResponse('published-figures', publishedColumns, await listPublished(visit.world.publicDb));
}
