import { type Language, languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { because, type Reason } from '../../../kernel/refusal.ts';
import { conditionFaults } from './condition.ts';
import type { FormBody, Question } from './form.ts';
import { findQuestion, questionsOf } from './questions.ts';

/** What must be mended before a form is published; `part` is the section or question it stands in. */
export interface FormFault {
  readonly part: string;
  readonly reason: Reason;
}

/** All that stands in the way of publishing, in the reader's language where it names things. */
export function checkForm(form: FormBody, language: Language): FormFault[] {
  const name = (text: LocalText, key: string) => text[language] || text.en || key;
  const fault = (part: string, key: string, values: Record<string, string> = {}): FormFault => ({
    part,
    reason: because(`application-forms:fault.${key}`, values),
  });
  const faults: FormFault[] = [];
  const missing = missingIn(form.title);
  if (missing.length > 0) faults.push(fault('', 'title-missing', { languages: missing.join(', ') }));
  if (questionsOf(form).length === 0) faults.push(fault('', 'no-questions'));
  for (const section of form.sections) {
    const lacks = [...new Set([...missingIn(section.title), ...partlyMissing(section.lead)])];
    const named = { part: name(section.title, section.key) };
    if (lacks.length > 0)
      faults.push(fault(section.key, 'words-missing', { ...named, languages: lacks.join(', ') }));
    if (section.questions.length === 0) faults.push(fault(section.key, 'empty-section', named));
  }
  for (const question of questionsOf(form)) {
    const named = { part: name(question.label, question.key) };
    const lacks = missingWords(question);
    if (lacks.length > 0)
      faults.push(fault(question.key, 'words-missing', { ...named, languages: lacks.join(', ') }));
    faults.push(...shapeFaults(question).map((key) => fault(question.key, key, named)));
  }
  for (const one of conditionFaults(form)) {
    const label = (key: string) => {
      const asked = findQuestion(form, key);
      return asked ? name(asked.label, key) : key;
    };
    const part = name(one.question.label, one.question.key);
    const about = one.fault === 'circle' ? one.through.map(label).join(' → ') : label(one.asks);
    faults.push(fault(one.question.key, `condition-${one.fault}`, { part, about }));
  }
  return faults;
}

/** Languages in which the question still lacks words. */
export function missingWords(question: Question): Language[] {
  const needed = [question.label, ...innerWords(question)];
  const lacking = new Set([...needed.flatMap(missingIn), ...partlyMissing(question.help)]);
  return languages.filter((language) => lacking.has(language));
}

export function missingIn(text: LocalText): Language[] {
  return languages.filter((language) => (text[language] ?? '').trim() === '');
}

/** A text that may be left out altogether, but not in some languages only. */
export function partlyMissing(text: LocalText | undefined): Language[] {
  const missing = text ? missingIn(text) : [];
  return missing.length < languages.length ? missing : [];
}

function innerWords(question: Question): LocalText[] {
  switch (question.kind) {
    case 'choice':
      return question.choices.map(({ label }) => label);
    case 'number':
      return [question.unit];
    case 'table':
      return question.columns.flatMap((column) =>
        column.kind === 'number' ? [column.label, column.unit] : [column.label],
      );
    case 'budget':
    case 'city':
    case 'country':
    case 'date':
    case 'file':
    case 'indicators':
    case 'text':
    default:
      return [];
  }
}

function shapeFaults(question: Question): string[] {
  switch (question.kind) {
    case 'choice': {
      if (question.choices.length < 2) return ['few-choices'];
      const same = languages.some((language) => {
        const labels = question.choices.map(({ label }) => label[language].trim()).filter(Boolean);
        return new Set(labels).size < labels.length;
      });
      return same ? ['same-choices'] : [];
    }
    case 'number':
      return (question.min ?? -Infinity) > (question.max ?? Infinity) ? ['limits-crossed'] : [];
    case 'date':
      return question.earliest && question.latest && question.earliest > question.latest
        ? ['limits-crossed']
        : [];
    case 'file':
      return question.accepts.length === 0 ? ['no-file-kinds'] : [];
    case 'table':
      return question.columns.length === 0 ? ['no-columns'] : [];
    case 'budget':
    case 'city':
    case 'country':
    case 'indicators':
    case 'text':
    default:
      return [];
  }
}
