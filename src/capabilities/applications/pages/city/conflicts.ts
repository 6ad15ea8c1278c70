import type { Language } from '../../../../kernel/language.ts';
import { plainAnswer, type Question } from '../../../application-forms/index.ts';
import type { Conflict } from '../../actions/save-answers.ts';

/** Both texts, for the script to show side by side; only a text can be put into its field, the rest is chosen on the page. */
export function conflictsAsJson(
  language: Language,
  conflicts: readonly Conflict[],
  find: (key: string) => Question | undefined,
) {
  return conflicts.flatMap(({ questionKey, theirs }) => {
    const question = find(questionKey);
    if (!question) return [];
    return [
      {
        question: questionKey,
        by: theirs.byName,
        at: theirs.at.toISOString(),
        version: theirs.version,
        text: plainAnswer(question, theirs.value ?? undefined, language),
      },
    ];
  });
}
