import { describe, expect, it } from 'vitest';
import { languages } from '../../../kernel/language.ts';
import { checkForm } from '../rules/check-form.ts';
import { formJson, readFormJson } from '../rules/form-json.ts';
import { knownFacts } from '../rules/known-facts.ts';
import { questionsOf } from '../rules/questions.ts';
import { exampleForms } from './index.ts';

describe.each(exampleForms)('the form $slug', (form) => {
  it('could be published as it stands', () => {
    expect(checkForm(form, 'en')).toEqual([]);
    expect(readFormJson(formJson(form))).toEqual({ title: form.title, sections: form.sections });
  });

  it('says in each language that it is an example', () => {
    const words = { en: 'example', fr: 'exemple', es: 'ejemplo', pt: 'exemplo', ar: 'مثال' };
    for (const language of languages) {
      expect(form.title[language].toLowerCase()).toContain(words[language]);
      expect(form.sections[0]?.lead?.[language].toLowerCase()).toContain(words[language]);
    }
  });

  it('is filled in only from facts that cities’ records hold', () => {
    const asked = questionsOf(form).flatMap(({ knownAs }) => (knownAs ? [knownAs] : []));
    expect(asked.filter((kind) => !knownFacts.some((known) => known === kind))).toEqual([]);
  });
});
