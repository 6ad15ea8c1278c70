import { isLanguage, type Language } from '../../../../kernel/language.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';

/** What a stale page calls its fields: those with words of their own by them, each in its language. */
export function fieldNames(fields: readonly string[], language: Language): Record<string, string> {
  const t = words(language);
  const names: Record<string, string> = {
    label: t('q.label'),
    help: t('q.help'),
    title: t('words-title'),
    lead: t('words-lead'),
    unit: t('q.unit'),
    needed: t('q.needed'),
    knownAs: t('q.known-as'),
    lines: t('q.lines'),
    maxWords: t('q.max-words'),
    many: t('q.many'),
    most: t('q.most'),
    choice: t('q.choices'),
    column: t('q.columns'),
    when: t('q.when'),
    joined: t('q.joined'),
    decimals: t('q.decimals'),
    min: t('q.min'),
    max: t('q.max'),
    earliest: t('q.earliest'),
    latest: t('q.latest'),
    accepts: t('q.accepts'),
  };
  return Object.fromEntries(
    fields.map((field) => {
      const [whole, ending = ''] = field.split(/-(?=[a-z]{2}$)/);
      const parts = (whole ?? field).split('.');
      const row = parts.find((part) => /^\d+$/.test(part));
      const name = names[parts[0] ?? ''] ?? field;
      const details = [row && `${Number(row) + 1}`, isLanguage(ending) && languageName(language, ending)];
      return [field, [name, ...details.filter(Boolean)].join(' · ')];
    }),
  );
}
