import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Problem } from '../../kernel/refusal.ts';
import { explain } from '../../platform/languages/catalogue.ts';
import { useLanguage } from '../language-context.ts';

/** The text of each answer as it was typed, by field name; boxes ticked under one name are joined by line breaks. */
export type Answers = Readonly<Record<string, string | undefined>>;

interface FormState {
  readonly id: string;
  readonly problems: readonly Problem[];
  readonly answers: Answers;
}

/** What a form knows, so that a field is written once, by its name. */
export const FormContext = createContext<FormState>({ id: 'f', problems: [], answers: {} });

export interface FieldState {
  readonly id: string;
  readonly answer: string;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly errorId: string;
  readonly hintId: string;
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** @param initial the stored value, shown until the person has typed something else */
export function useField(name: string, initial?: string): FieldState {
  const { id: formId, problems, answers } = useContext(FormContext);
  const language = useLanguage();
  const id = fieldId(formId, name);
  const given = (name in answers ? answers[name] : initial) ?? '';
  const problem = problems.find((one) => one.field === name);
  return {
    id,
    answer: given,
    chosen: given.split('\n').filter(Boolean),
    error: problem && explain(language, problem.reason),
    errorId: `${id}-error`,
    hintId: `${id}-hint`,
  };
}

/** The ids that describe a field, for `aria-describedby`. */
export function describedBy(state: FieldState, hint: unknown): string | undefined {
  const ids = [hint ? state.hintId : '', state.error ? state.errorId : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Preact's types tie a role to each type of input, so that a type chosen while rendering fits none; we set no role. */
export function inputType(type: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'date'): 'text' {
  return type as 'text';
}
