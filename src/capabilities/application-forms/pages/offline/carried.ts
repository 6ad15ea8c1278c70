import { type Language, languages } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { countryCodes } from '../../rules/countries.ts';
import type { Choice, Question, TableColumn } from '../../rules/form.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { said } from '../said.ts';

/** Kinds that need the platform: a file is sent there, a city is found in its register. */
export function staysOnline(question: Question): boolean {
  return question.kind === 'file' || question.kind === 'city';
}

interface Named {
  readonly key: string;
  readonly name: string;
}

/** The words a person sees in a carried form, and the keys they stand for; in one language. */
export function namesOf(labelled: readonly Pick<Choice, 'key' | 'label'>[], language: Language): Named[] {
  return labelled.map(({ key, label }) => ({ key, name: said(label, language) }));
}

export function categoryNames(terms: WindowTerms | undefined, language: Language): Named[] {
  return namesOf(terms?.budgetCategories ?? [], language);
}

/** The key behind a name in whichever of the five languages it is written; the name itself when there is none. */
export function keyBehind(name: string, labelled: readonly Pick<Choice, 'key' | 'label'>[]): string {
  const wanted = name.trim();
  const found =
    labelled.find(({ label }) => languages.some((language) => label[language].trim() === wanted)) ??
    labelled.find(({ key }) => key === wanted);
  return found?.key ?? name;
}

const byName = new Map<string, string>();

/** The code behind a country's name in any of the five languages, or a code. */
export function countryBehind(name: string): string {
  if (byName.size === 0) {
    for (const code of countryCodes) {
      for (const language of languages) byName.set(countryName(language, code).toLowerCase(), code);
    }
  }
  return byName.get(name.trim().toLowerCase()) ?? name.trim();
}

/** Heads of the columns of a carried table, in order; reading back goes by place. */
export function columnNames(
  question: Extract<Question, { kind: 'table' | 'budget' | 'indicators' }>,
  language: Language,
): { readonly key: string; readonly name: string }[] {
  const t = words(language);
  if (question.kind === 'table')
    return question.columns.map((column: TableColumn) => ({
      key: column.key,
      name:
        column.kind === 'number'
          ? `${said(column.label, language)} (${said(column.unit, language)})`
          : said(column.label, language),
    }));
  const parts =
    question.kind === 'budget'
      ? (['budget.category', 'budget.what', 'budget.year', 'budget.amount'] as const)
      : ([
          'indicator.what',
          'indicator.unit',
          'indicator.baseline',
          'indicator.target',
          'indicator.by',
        ] as const);
  return parts.map((part) => ({ key: part.slice(part.indexOf('.') + 1), name: t(part) }));
}
