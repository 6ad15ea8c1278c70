import { languages } from '../../../../kernel/language.ts';
import type { Question } from '../../rules/form.ts';
import { conditionAnswers } from './condition-choices.ts';
import { localTextOut } from './local-text-fields.tsx';

/** A question as its page writes it: what the fields show at first, and what a stale page is compared with. */
export function questionAnswers(question: Question): Record<string, string> {
  return {
    ...localTextOut('label', question.label),
    ...localTextOut('help', question.help),
    needed: question.needed ? 'yes' : '',
    knownAs: question.knownAs ?? '',
    ...(conditionAnswers(question.when) ?? { 'when.keep': 'yes' }),
    ...kindAnswers(question),
  };
}

function kindAnswers(question: Question): Record<string, string> {
  switch (question.kind) {
    case 'text':
      return {
        lines: question.lines,
        maxWords: numberText(question.maxWords),
        ...Object.fromEntries(
          languages.map((language) => [`maxWords-${language}`, numberText(question.maxWordsIn?.[language])]),
        ),
      };
    case 'choice':
      return {
        many: question.many ? 'many' : 'one',
        ...rowAnswers('choice', question.choices),
      };
    case 'number':
      return {
        ...localTextOut('unit', question.unit),
        decimals: String(question.decimals),
        min: numberText(question.min),
        max: numberText(question.max),
      };
    case 'date':
      return { earliest: question.earliest ?? '', latest: question.latest ?? '' };
    case 'file':
      return { accepts: question.accepts.join('\n'), most: String(question.maxFiles) };
    case 'table':
      return {
        most: String(question.maxRows),
        ...rowAnswers('column', question.columns),
        ...Object.fromEntries(
          question.columns.flatMap((column, row) => [
            [`column.${row}.kind`, column.kind],
            ...Object.entries(
              localTextOut(`column.${row}.unit`, column.kind === 'number' ? column.unit : undefined),
            ),
          ]),
        ),
      };
    case 'budget':
      return { most: String(question.maxLines) };
    case 'indicators':
      return { most: String(question.maxRows) };
    case 'city':
    case 'country':
    default:
      return {};
  }
}

function rowAnswers(
  name: string,
  rows: readonly { readonly key: string; readonly label: Question['label'] }[],
): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ key, label }, row) => [
      [`${name}.${row}.key`, key],
      ...Object.entries(localTextOut(`${name}.${row}.label`, label)),
    ]),
  );
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
