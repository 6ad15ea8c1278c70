import type { Route } from '../../../../platform/http/route.ts';
import { get } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { showDefinitions, showEntry, showFigure, showImpact, showPublished } from './shown.tsx';
import { citiesCsv, entriesCsv, entriesJson, impactCsv, impactJson, publishedCsv, yearsCsv } from './sent.ts';

export const routes: readonly Route[] = [
  get('/impact', anyone, showImpact),
  get('/impact.csv', anyone, impactCsv),
  get('/impact.json', anyone, impactJson),
  get('/impact/cities.csv', anyone, citiesCsv),
  get('/impact/definitions', anyone, showDefinitions),
  get('/impact/published', anyone, showPublished),
  get('/impact/published.csv', anyone, publishedCsv),
  get('/impact/entries/:id', anyone, showEntry),
  get('/impact/:key', anyone, showFigure),
  get('/impact/:key/entries.csv', anyone, entriesCsv),
  get('/impact/:key/entries.json', anyone, entriesJson),
  get('/impact/:key/years.csv', anyone, yearsCsv),
];
