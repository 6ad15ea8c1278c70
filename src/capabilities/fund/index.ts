export { type FundEdition, loadFund } from './actions/load-fund.ts';
