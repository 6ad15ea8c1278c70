export { loadDefinitions } from './actions/load-definitions.ts';
export { loadFirstClaims } from './actions/load-first-claims.ts';
export { claimImport } from './imports.ts';
export { EngagedMap } from './pages/public/engaged-map.tsx';
export { FigureOnCard } from './pages/public/figure-on-card.tsx';
export { type ImpactPage, readImpactPage } from './store/impact-page.ts';
export { compareWithRecount as recountFigures, type FigureFault } from './store/recount.ts';
export { tasksFor } from './tasks.ts';
