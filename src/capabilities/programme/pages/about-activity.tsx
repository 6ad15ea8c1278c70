import type { Fact } from '../../../design/fact-list.tsx';
import type { Language } from '../../../kernel/language.ts';
import { formatDate, formatInstant, formatNumber, languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Activity } from '../rules/activity.ts';
import { listed } from './frame.ts';

type Told = Pick<Activity, 'closesOn' | 'meetsAt' | 'languages'> & { readonly places?: number | null };

/** What everybody wants to know first of an activity. */
export function factsOfActivity(language: Language, activity: Told, timeZone?: string | null): Fact[] {
  const t = words(language);
  const { closesOn, meetsAt, languages, places } = activity;
  return [
    { label: t('until'), value: closesOn ? formatDate(language, closesOn) : t('letter.no-end') },
    ...(meetsAt ? [{ label: t('meets'), value: formatInstant(language, meetsAt, timeZone ?? 'UTC') }] : []),
    ...(languages.length > 0
      ? [
          {
            label: t('languages'),
            value: listed(
              language,
              languages.map((code) => languageName(language, code)),
            ),
          },
        ]
      : []),
    ...(places ? [{ label: t('places'), value: formatNumber(language, places) }] : []),
  ];
}
