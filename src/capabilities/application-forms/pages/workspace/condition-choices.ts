import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Condition, FormBody } from '../../rules/form.ts';
import { questionsOf } from '../../rules/questions.ts';
import { said } from '../said.ts';

/** Rows of the condition editor. */
export const conditionRows = [0, 1, 2, 3] as const;

type Simple = Extract<Condition, { question: string }>;

export interface ConditionGroup {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** What may be picked: of each question asked before this one, what its answer can be. Values are `question|is|choice`. */
export function conditionGroups(
  form: FormBody,
  key: string | undefined,
  language: Language,
): ConditionGroup[] {
  const t = words(language);
  const all = questionsOf(form);
  const at = all.findIndex((question) => question.key === key);
  return (at < 0 ? all : all.slice(0, at)).map((question) => {
    const label = said(question.label, language) || question.key;
    const is = (kind: string, choice = '') => `${question.key}|${kind}|${choice}`;
    const own =
      question.kind === 'choice'
        ? question.choices.map((choice) => ({
            value: is('one-of', choice.key),
            label: t('condition.one-of', {
              question: label,
              values: said(choice.label, language) || choice.key,
            }),
          }))
        : question.kind === 'number'
          ? (['at-least', 'at-most'] as const).map((kind) => ({
              value: is(kind),
              label: t(`condition.${kind}`, { question: label, value: '…' }),
            }))
          : [];
    const any = (['answered', 'empty'] as const).map((kind) => ({
      value: is(kind),
      label: t(`condition.${kind}`, { question: label }),
    }));
    return { label, choices: [...own, ...any] };
  });
}

/** The condition as its rows write it; undefined when it is more than rows can say (it came from a file). */
export function conditionAnswers(condition: Condition | undefined): Record<string, string> | undefined {
  if (!condition) return { joined: 'all' };
  const joined = 'any' in condition ? 'any' : 'all';
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
  const simple = parts.filter((part): part is Simple => 'question' in part);
  const sayable = simple.every((part) => part.is !== 'one-of' || part.values.length === 1);
  if (simple.length < parts.length || parts.length > conditionRows.length || !sayable) return undefined;
  return Object.fromEntries([
    ['joined', joined],
    ...simple.flatMap((part, row) => [
      [
        `when.${row}.holds`,
        `${part.question}|${part.is}|${part.is === 'one-of' ? (part.values[0] ?? '') : ''}`,
      ],
      [`when.${row}.value`, 'value' in part ? String(part.value) : ''],
    ]),
  ]);
}

/** One row as a condition; undefined when nothing is picked, the field's problem when its number is missing. */
export function conditionIn(holds: string, value: string): Condition | 'number-missing' | undefined {
  const [question = '', is = '', choice = ''] = holds.split('|');
  if (question === '') return undefined;
  if (is === 'one-of') return { question, is, values: [choice] };
  if (is === 'answered' || is === 'empty') return { question, is };
  if (is !== 'at-least' && is !== 'at-most') return undefined;
  const number = value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'));
  return Number.isFinite(number) ? { question, is, value: number } : 'number-missing';
}
