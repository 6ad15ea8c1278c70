import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { FileField } from '../../../design/form/file-field.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { cityRoles } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import { languageName } from '../../../platform/languages/format.ts';
import { roleName } from '../../people/index.ts';
import { words } from '../messages/index.ts';
import { documentKinds } from '../rules/request.ts';
import type { Term } from '../rules/terms.ts';

interface FieldsProps {
  readonly language: Language;
  readonly terms: readonly Term[];
  readonly today: CalendarDate;
}

/** In which role, from when to when. Each role says what it may do and for how long it is given. */
export function RoleFields({ language, terms, today }: FieldsProps) {
  const t = words(language);
  const months = (role: string) => terms.find((term) => term.role === role)?.longestMonths ?? 0;
  return (
    <>
      <RadiosField
        name="role"
        label={t('which-role')}
        choices={cityRoles.map((value) => ({
          value,
          label: roleName(language, value),
          hint: t(`role-hint.${value}`, { months: months(value) }),
        }))}
      />
      <DateField name="from" label={t('from')} hint={t('from-hint')} initial={today} />
      <DateField name="to" label={t('until')} hint={t('until-hint')} min={today} />
    </>
  );
}

/** By what document, with the document itself, and why. */
export function ProofFields({ language, optional }: { language: Language; optional?: boolean }) {
  const t = words(language);
  return (
    <>
      <SelectField
        name="documentKind"
        label={t('by-document')}
        hint={t('by-document-hint')}
        choices={documentKinds.map((value) => ({ value, label: t(`document.${value}`) }))}
      />
      <PapersField language={language} optional={optional ?? false} />
      <TextareaField name="why" label={t('why')} hint={t('why-hint')} rows={4} />
    </>
  );
}

export function PapersField({ language, optional }: { language: Language; optional: boolean }) {
  const t = words(language);
  const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.odt';
  return (
    <FileField
      name="papers"
      label={t('papers')}
      hint={t('papers-hint')}
      accept={accept}
      multiple
      optional={optional}
    />
  );
}

/** Who it is for: the name as the document writes it, the address the mailed link goes to. */
export function PersonFields({ language, whose }: { language: Language; whose: 'own' | 'colleague' }) {
  const t = words(language);
  return (
    <>
      <TextField
        name="name"
        label={t(`${whose}.name`)}
        hint={t('name-hint')}
        autocomplete={whose === 'own' ? 'name' : 'off'}
      />
      <TextField
        name="email"
        label={t(`${whose}.email`)}
        hint={t('email-hint')}
        type="email"
        autocomplete={whose === 'own' ? 'email' : 'off'}
      />
      <SelectField
        name="language"
        label={t('language-of-mail')}
        choices={languages.map((value) => ({ value, label: languageName(language, value) }))}
        initial={language}
        none={false}
      />
    </>
  );
}
