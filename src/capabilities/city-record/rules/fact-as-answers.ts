import type { Fact } from './fact.ts';
import { type FactKind, kindOf } from './fact-kinds.ts';

/** A fact as its form shows it. */
export function factAsAnswers(
  fact: Pick<Fact, 'kind' | 'source' | 'sourceAddress' | 'asOf' | 'audience'> & { readonly value: unknown },
): Record<string, string> {
  return {
    ...valueAsAnswers(kindOf(fact.kind), fact.value),
    source: fact.source ?? '',
    sourceAddress: fact.sourceAddress ?? '',
    asOf: fact.asOf ?? '',
    audience: fact.audience,
  };
}

function valueAsAnswers({ fields }: FactKind, value: unknown): Record<string, string> {
  const said = (value ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'file')
      .map(({ name }) => {
        const answer = said[name];
        return [name, Array.isArray(answer) ? answer.join('\n') : asText(answer)];
      }),
  );
}

function asText(answer: unknown): string {
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
}

/** A value on one line of a file: its answers in their order, parted by semicolons; what follows the last is all its own. */
export function valueAsText(kind: FactKind, value: unknown): string {
  const answers = valueAsAnswers(kind, value);
  const parts = Object.values(answers).map((answer) => answer.replaceAll('\n', ' '));
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts.join('; ');
}

export function answersFromText({ fields }: FactKind, text: string): Record<string, string> {
  const names = fields.filter(({ type }) => type !== 'file').map(({ name }) => name);
  const parts = text.split(';');
  const last = names.length - 1;
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      (index === last ? parts.slice(last).join(';') : (parts[index] ?? '')).trim(),
    ]),
  );
}
