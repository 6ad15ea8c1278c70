import { TextField } from '../../../design/form/text-field.tsx';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';

/** Asked of staff wherever they write into a city's record; sent as `basis`. */
export function BasisField({ language, optional }: { language: Language; optional?: boolean }) {
  const t = words(language);
  return (
    <TextField name="basis" label={t('basis')} hint={t('basis-hint')} maxLength={500} optional={optional} />
  );
}
