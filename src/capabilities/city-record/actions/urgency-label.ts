import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import type { FactValues } from '../rules/fact.ts';

export type Urgency = FactValues['need']['urgency'];
export const urgencies = ['now', 'this-year', 'later'] as const satisfies readonly Urgency[];

export function urgencyLabel(language: Language, urgency: Urgency): string {
  return words(language)(`choice.${urgency}`);
}
