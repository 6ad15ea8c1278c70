import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import type { OpenApplication } from '../actions/open-application.ts';
import type { Waiting } from '../rules/waiting.ts';

/** Who is waiting for whom, as a sentence. */
export function waitingSentence(language: Language, waiting: Waiting, open: OpenApplication): string {
  const t = words(language);
  const named = (role: 'lead' | 'certifier') =>
    open.participants.find((one) => one.role === role && one.hasMandate)?.name ?? '';
  return t(`waiting-${waiting.what}`, {
    lead: named('lead') || t('the-city'),
    certifier: named('certifier') || t('the-certifier'),
    n: open.problems.length,
  });
}
