import type { LocalText } from '../../../../kernel/local-text.ts';
import type { Question } from '../../rules/form.ts';
import type { QuestionKind } from '../../rules/questions.ts';

const nothing: LocalText = { en: '', fr: '', es: '', pt: '', ar: '' };

/** Where a new question of a kind begins. */
export function emptyQuestion(kind: QuestionKind): Question {
  const asked = { key: 'new-question', label: nothing, needed: true };
  switch (kind) {
    case 'text':
      return { ...asked, kind, lines: 'many', maxWords: 200 };
    case 'choice':
      return { ...asked, kind, many: false, choices: [] };
    case 'number':
      return { ...asked, kind, unit: nothing, decimals: 0 };
    case 'file':
      return { ...asked, kind, accepts: ['pdf', 'docx'], maxFiles: 1 };
    case 'table':
      return { ...asked, kind, columns: [], maxRows: 10 };
    case 'budget':
      return { ...asked, kind, maxLines: 40 };
    case 'indicators':
      return { ...asked, kind, maxRows: 10 };
    case 'date':
    case 'city':
    case 'country':
    default:
      return { ...asked, kind };
  }
}
