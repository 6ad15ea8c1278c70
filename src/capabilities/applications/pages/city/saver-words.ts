import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';

/** What the script says and where it sends, as `data-…`; `#` stands where it puts a time, a name or a number. */
export function saverWords(language: Language, fields: string, uploads: string): Record<string, string> {
  const t = words(language);
  const mark = '#';
  return {
    'data-fields': fields,
    'data-uploads': uploads,
    'data-saving': t('script-saving'),
    'data-saved': t('script-saved', { time: mark }),
    'data-offline': t('script-offline', { n: mark }),
    'data-again': t('script-again'),
    'data-refused': t('script-refused'),
    'data-theirs': t('both-wrote', { name: mark, at: '##' }),
    'data-keep': t('script-keep-mine'),
    'data-take': t('script-take-theirs'),
    'data-sending': t('script-sending', { name: mark, percent: '##' }),
    'data-paused': t('script-paused', { name: mark }),
    'data-arrived': t('script-arrived', { name: mark }),
  };
}
