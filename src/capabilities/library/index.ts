export { loadLibrary, loadSources } from './actions/load-sources.ts';
export { recordSource } from './actions/record-source.ts';
export { FigureSaid } from './pages/public/figure-said.tsx';
export { SourceList } from './pages/public/source-list.tsx';
export type { CitedSource, CitingRecord, Source, SourceNamed } from './rules/source.ts';
export { citeEdition, citeSources } from './store/citations.ts';
export { sourcesCited, sourcesOfRecord } from './store/cited-sources.ts';
export { figuresAbout, figuresUnder, type SaidFigure } from './store/published-figures.ts';
