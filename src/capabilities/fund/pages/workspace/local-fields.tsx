import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { languages } from '../../../../kernel/language.ts';
import type { LocalText } from '../../../../kernel/local-text.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { fieldIn } from './local-answers.ts';

interface LocalFieldsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly initial?: LocalText | undefined;
  /** Lines; one is a plain field. */
  readonly rows?: number | undefined;
  readonly maxLength: number;
  /** Which may not be left out. */
  readonly needed: 'all' | 'en' | 'none';
}

/** One text in the five languages, each in its own field. */
export function LocalFields(props: LocalFieldsProps) {
  const { name, label, rows = 1, initial, needed } = props;
  const reader = useLanguage();
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {languages.map((language) => {
        const field = {
          name: fieldIn(name, language),
          label: languageName(reader, language),
          lang: language,
          initial: initial?.[language],
          maxLength: props.maxLength,
          optional: needed === 'none' || (needed === 'en' && language !== 'en'),
        };
        return rows === 1 ? (
          <TextField key={language} {...field} />
        ) : (
          <TextareaField key={language} {...field} rows={rows} />
        );
      })}
    </fieldset>
  );
}
