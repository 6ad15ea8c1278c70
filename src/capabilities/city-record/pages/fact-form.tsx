import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { CheckboxField } from '../../../design/form/checkbox-field.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../design/form/stale-texts.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { type City, cityName } from '../../city-registry/index.ts';
import { itemLabel } from '../actions/fact-label.ts';
import { words } from '../messages/index.ts';
import { BasisField } from './basis-field.tsx';
import { audiences, audiencesForStaff } from '../rules/audience.ts';
import type { FactKind } from '../rules/fact-kinds.ts';
import { topicKeys, topicLabel } from '../rules/topics.ts';
import { FactFields, fieldLabel } from './fact-fields.tsx';
import { factPath } from './place.ts';

export interface FactFormProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly base: string;
  readonly city: City;
  readonly kind: FactKind;
  readonly item: string;
  readonly stored: Readonly<Record<string, string>>;
  readonly storedValue: unknown;
  readonly version: number;
  /** A fact stands: it may be withdrawn. */
  readonly stands: boolean;
  readonly isGuess: boolean;
  readonly asCity: boolean;
  readonly form: FormState;
  readonly today: CalendarDate;
  readonly zones: readonly string[];
  readonly nearLanguages: readonly string[];
  readonly keptFile: string | undefined;
}

/** One fact: what it says, where from, who may see it. */
export function FactForm(props: FactFormProps) {
  const { language, href, base, city, kind, item, stored, form, asCity, stands, isGuess } = props;
  const t = words(language);
  const path = factPath(base, kind.key, item);
  const of = itemLabel(language, kind.key, item, props.storedValue);
  const picksTopic = kind.group === 'topics' && item === '';
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(base), label: `${cityName(language, city)}: ${t('record')}` }]} />
      <PageHead
        kind={of === '' ? undefined : t(`kind.${kind.key}`)}
        title={of || t(`kind.${kind.key}`)}
        lead={t(`help.${kind.key}`)}
      />
      {isGuess && <p>{t('guessed')}</p>}
      <Form
        action={href(path)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? props.version}
        files={kind.key === 'document'}
      >
        {form.stale && (
          <StaleTexts current={form.stale.current} answers={form.answers} labels={labelsOf(language, kind)} />
        )}
        {picksTopic && (
          <SelectField
            name="topic"
            label={t('topic')}
            choices={topicKeys.map((key) => ({ value: key, label: topicLabel(language, key) }))}
          />
        )}
        <FactFields {...props} />
        <Sure {...props} />
        <Origin {...props} />
        {kind.key === 'contact-point' && (
          <CheckboxField
            name="notPersonal"
            question={t('not-personal-question')}
            label={t('not-personal')}
            initial={stands}
          />
        )}
        <RadiosField
          name="audience"
          label={t('audience')}
          hint={t('audience-hint')}
          initial={stored['audience'] ?? kind.audience}
          choices={(asCity ? audiences : audiencesForStaff).map((one) => ({
            value: one,
            label: t(`audience.${one}`),
            hint: t(`audience-says.${one}`),
          }))}
        />
        {!asCity && <BasisField language={language} />}
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
      {stands && (
        <p>
          <a href={href(`${path}/history`)}>{t('history')}</a> ·{' '}
          <a href={href(`${path}/withdrawal`)}>{t('withdraw')}</a>
        </p>
      )}
    </>
  );
}

/** A number above the city's own is most often a slip; sometimes it is right. */
function Sure({ language, city, form, stored }: FactFormProps) {
  const t = words(language);
  const stumbled = form.problems.some(({ reason }) => reason.key === 'city-record:more-than-city');
  const was = city.population > 0 && Number(stored['number'] ?? 0) > city.population;
  if (!stumbled && !was && !form.answers['sure']) return null;
  return (
    <CheckboxField
      name="sure"
      question={t('sure-question', { population: city.population })}
      label={t('sure')}
      initial={was}
      optional
    />
  );
}

/** The day it holds for, and the source. */
function Origin({ language, kind, stored, today }: FactFormProps) {
  const t = words(language);
  const needed = kind.source === 'needed';
  return (
    <>
      {kind.asOf !== 'never' && (
        <DateField
          name="asOf"
          label={kind.key === 'document' ? t('document-date') : t('as-of')}
          hint={kind.key === 'document' ? undefined : t('as-of-hint')}
          initial={stored['asOf']}
          max={today}
          optional={kind.asOf === 'optional'}
        />
      )}
      <TextField
        name="source"
        label={t('source')}
        hint={t(needed ? 'source-needed-hint' : 'source-hint')}
        initial={stored['source']}
        maxLength={300}
        optional={!needed}
      />
      <TextField
        name="sourceAddress"
        label={t('source-address')}
        initial={stored['sourceAddress']}
        type="url"
        optional
      />
    </>
  );
}

function labelsOf(language: Language, kind: FactKind): Record<string, string> {
  const t = words(language);
  const fields = kind.fields.filter(({ type }) => type !== 'file');
  return {
    ...Object.fromEntries(fields.map(({ name }) => [name, fieldLabel(language, kind.key, name)])),
    source: t('source'),
    sourceAddress: t('source-address'),
    ...(kind.asOf === 'never' ? {} : { asOf: t('as-of') }),
    audience: t('audience'),
  };
}
