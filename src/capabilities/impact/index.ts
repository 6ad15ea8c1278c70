export { loadFirstClaims } from './actions/load-first-claims.ts';
export { loadDefinitions } from './actions/load-definitions.ts';
export { proposeClaims } from './actions/propose-claims.ts';
export { compareWithRecount as recountFigures, type FigureFault } from './store/recount.ts';
