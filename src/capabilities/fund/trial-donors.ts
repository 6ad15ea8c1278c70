import type { LocalText } from '../../kernel/local-text.ts';
import type { WindowDonor } from './rules/donor.ts';

function said(en: string, fr: string, es: string, pt: string, ar: string): LocalText {
  return { en, fr, es, pt, ar };
}

const open = {
  countries: [],
  incomeGroups: [],
  incomeList: null,
  regions: [],
  themes: [],
  spendFrom: null,
  spendUntil: null,
  overheadCapBasisPoints: null,
} as const;

/** Donors by their kind: nobody real pays into an example. */
export const exampleDonors: readonly Omit<WindowDonor, 'id'>[] = [
  {
    organisationId: null,
    name: said(
      'A foundation (example)',
      'Une fondation (exemple)',
      'Una fundación (ejemplo)',
      'Uma fundação (exemplo)',
      'مؤسسة خيرية (مثال)',
    ),
    amount: { amountMinor: 150_000_000n, currency: 'USD' },
    restrictions: open,
  },
  {
    organisationId: null,
    name: said(
      'A development agency (example)',
      'Une agence de développement (exemple)',
      'Una agencia de desarrollo (ejemplo)',
      'Uma agência de desenvolvimento (exemplo)',
      'وكالة تنمية (مثال)',
    ),
    amount: { amountMinor: 100_000_000n, currency: 'USD' },
    restrictions: {
      ...open,
      incomeGroups: ['LMC'],
      incomeList: 'world-bank-income-fy2026',
      overheadCapBasisPoints: 500,
    },
  },
  {
    organisationId: null,
    name: said(
      'A company’s fund (example)',
      'Le fonds d’une entreprise (exemple)',
      'El fondo de una empresa (ejemplo)',
      'O fundo de uma empresa (exemplo)',
      'صندوق شركة (مثال)',
    ),
    amount: { amountMinor: 50_000_000n, currency: 'USD' },
    restrictions: { ...open, regions: ['002'], themes: ['economic-inclusion', 'employment'] },
  },
];
