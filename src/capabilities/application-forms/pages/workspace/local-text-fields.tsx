import { FieldGroup } from '../../../../design/form/field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Columns } from '../../../../design/layout.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { languages } from '../../../../kernel/language.ts';
import type { LocalText } from '../../../../kernel/local-text.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Posted } from '../../rules/posted.ts';

interface LocalTextFieldsProps {
  /** Fields are `name-en`, `name-fr`, … */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly initial: LocalText | undefined;
  readonly many?: boolean | undefined;
  /** The text may be left out in all languages. */
  readonly optional?: boolean | undefined;
}

/** One text in all languages; each that is missing says so. */
export function LocalTextFields({ name, label, hint, initial, many, optional }: LocalTextFieldsProps) {
  const reader = useLanguage();
  const t = words(reader);
  const state = useField(name);
  const wanted = !optional || languages.some((language) => initial?.[language]);
  return (
    <FieldGroup wide label={label} hint={hint} optional={optional} state={state}>
      <Columns>
        {languages.map((language) => {
          const missing = wanted && initial !== undefined && !initial[language];
          const props = {
            name: `${name}-${language}`,
            label: languageName(reader, language),
            hint: missing ? t('missing-here') : undefined,
            lang: language,
            initial: initial?.[language],
          };
          return many ? (
            <TextareaField key={language} {...props} rows={3} />
          ) : (
            <TextField key={language} {...props} />
          );
        })}
      </Columns>
    </FieldGroup>
  );
}

/** The text as it was posted. */
export function localTextIn(posted: Posted, name: string): LocalText {
  const said = (language: string) => (posted[`${name}-${language}`] ?? '').replaceAll('\r\n', '\n').trim();
  return { en: said('en'), fr: said('fr'), es: said('es'), pt: said('pt'), ar: said('ar') };
}

/** The other way: the fields of a text. */
export function localTextOut(name: string, text: LocalText | undefined): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [`${name}-${language}`, text?.[language] ?? '']));
}

export function isEmptyText(text: LocalText): boolean {
  return languages.every((language) => text[language] === '');
}
