import { z } from 'zod';
import { languages } from '../../../../kernel/language.ts';
import { choice, optionalText, version, wrong } from '../../../../platform/forms/fields.ts';
import type { Choice, CourseFile, Item, QuestionItem } from '../../rules/content.ts';
import { readNumber } from '../../rules/marking.ts';
import { withWords } from '../../rules/some-text.ts';

export const newItemKinds = ['text', 'file', 'single', 'multiple', 'number'] as const;
export type ItemKind = (typeof newItemKinds)[number];

export const places = ['1', '2', '3', '4', '5', '6'] as const;

const number = optionalText(30).transform((value, context) => {
  if (value === null) return null;
  return readNumber(value) ?? wrong(context, 'platform:not-a-number');
});

export const itemAnswers = z.object({
  kind: choice(newItemKinds),
  in: choice(languages),
  body: optionalText(20_000),
  explanation: optionalText(2000),
  ...Object.fromEntries(places.map((place) => [`choice${place}`, optionalText(400)])),
  right: z
    .string()
    .default('')
    .transform((value) => value.split('\n')),
  answer: number,
  within: number,
  version: version(),
});

export type ItemSaid = z.infer<typeof itemAnswers>;

interface Made {
  readonly id: string;
  readonly before: Item | undefined;
  readonly file: CourseFile | undefined;
  readonly newId: () => string;
  readonly isSource: boolean;
}

/** The item as it is after what was said; a translation changes words alone. Absent when it would be none. */
export function itemOf(said: ItemSaid, { id, before, file, newId, isSource }: Made): Item | undefined {
  const body = withWords(before?.body ?? {}, said.in, said.body ?? '');
  if (said.kind === 'text') return { id, kind: 'text', body };
  if (said.kind === 'file') {
    const kept = file ?? (before?.kind === 'file' ? before.file : undefined);
    return kept && { id, kind: 'file', body, file: kept };
  }
  const old = before?.kind === 'question' ? before : undefined;
  return {
    id,
    kind: 'question',
    form: old?.form ?? said.kind,
    body,
    choices: choicesOf(said, old, newId, isSource),
    answer: isSource ? said.answer : (old?.answer ?? null),
    within: isSource ? (said.within ?? 0) : (old?.within ?? 0),
    explanation: withWords(old?.explanation ?? {}, said.in, said.explanation ?? ''),
  };
}

function choicesOf(
  said: ItemSaid,
  old: QuestionItem | undefined,
  newId: () => string,
  isSource: boolean,
): Choice[] {
  const typed: Readonly<Record<string, unknown>> = said;
  return places.flatMap((place, index) => {
    const before = old?.choices[index];
    const line = typed[`choice${place}`];
    const text = withWords(before?.text ?? {}, said.in, typeof line === 'string' ? line : '');
    if (isSource ? typeof line !== 'string' : !before) return [];
    return [
      {
        id: before?.id ?? newId(),
        text,
        right: isSource ? said.right.includes(place) : (before?.right ?? false),
      },
    ];
  });
}

/** What an item lacks, as a field and a key of a sentence. */
export function whyNoItem(item: Item | undefined, said: ItemSaid, isSource: boolean) {
  if (!item) return { field: 'file', reason: { key: 'training:no-file' } } as const;
  if (!isSource) return undefined;
  if (said.body === null) return { field: 'body', reason: { key: 'platform:needed' } } as const;
  if (item.kind !== 'question') return undefined;
  if (item.form === 'number')
    return item.answer === null
      ? ({ field: 'answer', reason: { key: 'platform:needed' } } as const)
      : undefined;
  if (item.choices.length < 2) return { field: 'choice2', reason: { key: 'training:two-choices' } } as const;
  const right = item.choices.filter((one) => one.right).length;
  if (right === 0 || (item.form === 'single' && right > 1))
    return {
      field: 'right',
      reason: { key: right === 0 ? 'training:one-right' : 'training:only-one-right' },
    } as const;
  return undefined;
}
