import type { Choice } from '../../../design/form/select-field.tsx';
import { type Language, languages } from '../../../kernel/language.ts';
import { compareNames, countryName, languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import { resourceKinds } from '../rules/freshness.ts';
import { helpKinds } from '../rules/help.ts';
import { spokenLanguages } from '../rules/response.ts';

export function pageLanguageChoices(language: Language): Choice[] {
  return languages.map((value) => ({ value, label: languageName(language, value) }));
}

export function spokenChoices(language: Language): Choice[] {
  return spokenLanguages.map((value) => ({ value, label: languageName(language, value) }));
}

export function resourceKindChoices(language: Language): Choice[] {
  return resourceKinds.map((value) => ({ value, label: words(language)(`kind.${value}`) }));
}

export function helpKindChoices(language: Language): Choice[] {
  return helpKinds.map((value) => ({ value, label: words(language)(`help.${value}`) }));
}

export function countryChoices(language: Language, codes: readonly string[]): Choice[] {
  return codes
    .map((value) => ({ value, label: countryName(language, value) }))
    .toSorted((a, b) => compareNames(language, a.label, b.label));
}
