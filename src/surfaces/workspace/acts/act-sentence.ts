import type { Language } from '../../../kernel/language.ts';
import type { RecordedAct } from '../../../platform/audit/act.ts';
import { explain } from '../../../platform/languages/catalogue.ts';

/** What was done, in the words of the capability that did it: `impact.claim-verified` is `impact:act.claim-verified`. */
export function actSentence(language: Language, act: RecordedAct): string {
  const [catalogue = '', happened = ''] = act.kind.split('.', 2);
  const values = Object.fromEntries(Object.entries(act.details).map(([name, value]) => [name, value ?? '–']));
  return explain(language, { key: `${catalogue}:act.${happened}`, values });
}
