import { said } from '../../rules/in-five.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';

/** The terms of an invented window, so that a budget can be tried before any window asks it. */
export const previewTerms: WindowTerms = {
  ceiling: { amountMinor: 50_000_000n, currency: 'USD' },
  currencies: ['USD', 'EUR'],
  termMonths: 24,
  overheadCapBasisPoints: 1000,
  budgetCategories: [
    { key: 'staff', isOverhead: false, label: said('Staff', 'Personnel', 'Personal', 'Pessoal', 'الموظفون') },
    {
      key: 'goods',
      isOverhead: false,
      label: said('Goods and works', 'Biens et travaux', 'Bienes y obras', 'Bens e obras', 'السلع والأشغال'),
    },
    {
      key: 'overhead',
      isOverhead: true,
      label: said('Overhead', 'Frais généraux', 'Gastos generales', 'Despesas gerais', 'النفقات العامة'),
    },
  ],
};
