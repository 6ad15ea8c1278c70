import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { languageChoices } from '../frame.ts';

interface EventTextsProps {
  readonly language: Language;
  readonly form: FormState;
  readonly stored: Readonly<Record<string, string>>;
  /** The source language of a planned event stays. */
  readonly fixed: boolean;
}

/** Title and description in the source language; the others behind a fold, each as far as somebody wrote it. */
export function EventTexts({ language, form, stored, fixed }: EventTextsProps) {
  const t = words(language);
  const source = form.answers['sourceLanguage'] ?? stored['sourceLanguage'] ?? language;
  const others = languages.filter((one) => one !== source);
  const open = others.some((one) => form.problems.some(({ field }) => field.endsWith(`-${one}`)));
  return (
    <>
      {fixed ? (
        <input type="hidden" name="sourceLanguage" value={source} />
      ) : (
        <SelectField
          name="sourceLanguage"
          label={t('source-language')}
          hint={t('source-language-hint')}
          choices={languageChoices(language)}
          initial={source}
          none={false}
        />
      )}
      {languages
        .filter((one) => one === source)
        .map((one) => (
          <Texts key={one} language={language} writing={one} stored={stored} optional={false} />
        ))}
      <details open={open}>
        <summary>{t('other-languages')}</summary>
        {others.map((one) => (
          <Texts key={one} language={language} writing={one} stored={stored} optional />
        ))}
      </details>
    </>
  );
}

interface TextsProps {
  readonly language: Language;
  readonly writing: Language;
  readonly stored: Readonly<Record<string, string>>;
  readonly optional: boolean;
}

function Texts({ language, writing, stored, optional }: TextsProps) {
  const t = words(language);
  const name = languageName(language, writing);
  return (
    <>
      <TextField
        name={`title-${writing}`}
        label={t('event-title-in', { language: name })}
        lang={writing}
        maxLength={150}
        initial={stored[`title-${writing}`]}
        optional={optional}
      />
      <TextareaField
        name={`about-${writing}`}
        label={t('event-about-in', { language: name })}
        hint={optional ? undefined : t('markdown-hint')}
        lang={writing}
        rows={optional ? 3 : 6}
        initial={stored[`about-${writing}`]}
        optional={optional}
      />
    </>
  );
}
