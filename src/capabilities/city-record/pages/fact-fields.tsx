import { CheckboxesField, RadiosField } from '../../../design/form/choice-fields.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { FileField } from '../../../design/form/file-field.tsx';
import { NumberField } from '../../../design/form/number-field.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { type Language, languages } from '../../../kernel/language.ts';
import { compareNames, languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { FactKey, FactKind, FieldShape } from '../rules/fact-kinds.ts';

interface FieldsProps {
  readonly language: Language;
  readonly kind: FactKind;
  readonly stored: Readonly<Record<string, string>>;
  /** Time zones to choose from, the likeliest first. */
  readonly zones: readonly string[];
  /** Languages to show first: those of the platform and the country. */
  readonly nearLanguages: readonly string[];
  readonly keptFile: string | undefined;
}

/** The answers of one fact, each as its shape wants it. */
export function FactFields(props: FieldsProps) {
  return (
    <>
      {props.kind.fields.map((field) => (
        <FactField key={field.name} {...props} field={field} />
      ))}
    </>
  );
}

function FactField({ field, ...props }: FieldsProps & { readonly field: FieldShape }) {
  const { language, kind, stored } = props;
  const t = words(language);
  const { name, optional, max } = field;
  const common = {
    name,
    label: fieldLabel(language, kind.key, name),
    hint: hintOf(language, name),
    optional,
  };
  const initial = stored[name];
  switch (field.type) {
    case 'number':
      return <NumberField {...common} initial={initial} />;
    case 'text':
      return <TextareaField {...common} initial={initial} rows={4} maxLength={max} />;
    case 'choice':
      return (
        <RadiosField
          {...common}
          initial={initial}
          choices={(field.options ?? []).map((value) => ({
            value,
            label: choiceLabel(language, kind.key, value),
          }))}
        />
      );
    case 'languages':
      return (
        <CheckboxesField
          {...common}
          initial={initial?.split('\n')}
          choices={languageChoices(language, field.options ?? [], props.nearLanguages)}
        />
      );
    case 'zone':
      return (
        <SelectField
          {...common}
          initial={initial}
          choices={props.zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      );
    case 'date':
      return <DateField {...common} initial={initial} />;
    case 'file':
      return (
        <>
          <FileField {...common} accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt" />
          {props.keptFile && <p class="quiet">{t('kept-file', { name: props.keptFile })}</p>}
        </>
      );
    case 'line':
    case 'address':
    case 'email':
    default:
      return (
        <TextField
          {...common}
          initial={initial}
          maxLength={max}
          type={field.type === 'email' ? 'email' : field.type === 'address' ? 'url' : undefined}
        />
      );
  }
}

export function fieldLabel(language: Language, kind: FactKey, name: string): string {
  const t = words(language);
  if (kind === 'contact-point' && name === 'office') return t('field.contact-office');
  if (kind === 'network' && name === 'name') return t('field.network-name');
  return t(`field.${name}` as 'field.name');
}

export function choiceLabel(language: Language, kind: FactKey, value: string): string {
  const t = words(language);
  if (value === 'other') return t(kind === 'population' ? 'choice.other-count' : 'choice.other-level');
  return t(`choice.${value}` as 'choice.own');
}

const hinted = ['note', 'law', 'until', 'detail', 'file'] as const;

function hintOf(language: Language, name: string): string | undefined {
  const known = hinted.find((one) => one === name);
  return known && words(language)(`hint.${known}`);
}

/** Those of the platform and the country first, the others by their names. */
function languageChoices(language: Language, codes: readonly string[], near: readonly string[]) {
  const named = (some: readonly string[]) =>
    some.map((code) => ({ value: code, label: languageName(language, code) }));
  const first = [...new Set([...near, ...languages])].filter((code) => codes.includes(code));
  const others = named(codes.filter((code) => !first.includes(code)));
  return [...named(first), ...others.toSorted((a, b) => compareNames(language, a.label, b.label))];
}
