import type { Language } from '../../../kernel/language.ts';
import { countryName, formatNumber } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import { isCountry } from '../rules/countries.ts';
import type { Condition, FormBody } from '../rules/form.ts';
import { findQuestion } from '../rules/questions.ts';
import { said } from './said.ts';

/** A condition in plain words: “Partners” is Yes, and “People” is at least 10. */
export function conditionText(condition: Condition, form: FormBody, language: Language): string {
  const t = words(language);
  if ('all' in condition)
    return condition.all.map((part) => conditionText(part, form, language)).join(` ${t('condition.and')} `);
  if ('any' in condition)
    return condition.any.map((part) => conditionText(part, form, language)).join(` ${t('condition.or')} `);
  const asked = findQuestion(form, condition.question);
  const question = asked ? said(asked.label, language) : condition.question;
  if (condition.is === 'at-least' || condition.is === 'at-most')
    return t(`condition.${condition.is}`, { question, value: formatNumber(language, condition.value) });
  if (condition.is !== 'one-of') return t(`condition.${condition.is}`, { question });
  const names = condition.values.map((value) => {
    const choice = asked?.kind === 'choice' ? asked.choices.find(({ key }) => key === value) : undefined;
    if (choice) return said(choice.label, language);
    return asked?.kind === 'country' && isCountry(value) ? countryName(language, value) : value;
  });
  return t('condition.one-of', { question, values: names.join(` ${t('condition.or')} `) });
}
