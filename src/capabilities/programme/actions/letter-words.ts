import type { Language } from '../../../kernel/language.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Activity } from '../rules/activity.ts';
import { type Blank, blanks, filled } from '../rules/letter.ts';
import type { Letter } from '../store/letters.ts';

type About = Pick<Activity, 'kind' | 'title' | 'about' | 'closesOn'>;

export interface LetterText {
  readonly subject: string;
  readonly body: string;
}

/** The usual letter of a kind of activity, with its blanks still open: what staff find when they first edit it. */
export function usualLetter(language: Language, kind: Activity['kind']): LetterText {
  const t = words(language);
  // ICU would take a brace for its own: the blanks come in as values, and without the marks that Arabic sentences get around names.
  const open = Object.fromEntries(blanks.map((blank) => [blank, `{${blank}}`])) as Record<Blank, string>;
  const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');
  return {
    subject: plain(t('letter.subject', open)),
    body: plain(
      [t('letter.greeting', open), t(`letter.${kind}`, open), t('letter.until', open)].join('\n\n'),
    ),
  };
}

/** The letter to one person, whole but for the link. */
export function letterTo(
  language: Language,
  activity: About,
  own: readonly Letter[],
  to: { readonly name: string; readonly city: string },
): LetterText {
  const t = words(language);
  const text = own.find((one) => one.language === language) ?? usualLetter(language, activity.kind);
  const values = {
    name: to.name,
    city: to.city,
    title: activity.title[language],
    about: activity.about[language],
    until: activity.closesOn ? formatDate(language, activity.closesOn) : t('letter.no-end'),
  };
  return { subject: filled(text.subject, values), body: filled(text.body, values) };
}

/** What stands under every letter: the link, and what it does. */
export function letterEnd(language: Language, link: string): string {
  const t = words(language);
  return [t('letter.answer-here'), link, t('letter.link-only-opens'), t('letter.too-much')].join('\n\n');
}
