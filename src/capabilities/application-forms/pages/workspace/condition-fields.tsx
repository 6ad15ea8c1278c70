import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { FieldGroup } from '../../../../design/form/field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import type { FormBody, Question } from '../../rules/form.ts';
import { conditionText } from '../condition-text.ts';
import {
  conditionAnswers,
  conditionGroups,
  conditionRows,
  type ConditionGroup,
} from './condition-choices.ts';

interface ConditionFieldsProps {
  readonly form: FormBody;
  readonly question: Question;
  readonly isNew: boolean;
}

/** When the question is shown: picked from the answers of questions before it. */
export function ConditionFields({ form, question, isNew }: ConditionFieldsProps) {
  const language = useLanguage();
  const t = words(language);
  const state = useField('when');
  const groups = conditionGroups(form, isNew ? undefined : question.key, language);
  const stored = conditionAnswers(question.when);
  return (
    <FieldGroup wide label={t('q.when')} hint={t('q.when-hint')} optional state={state}>
      {groups.length === 0 && <p class="quiet">{t('q.when-none-before')}</p>}
      {question.when && stored === undefined && (
        <CheckboxField
          name="when.keep"
          question={t('q.when-imported')}
          label={t('q.when-keep', { condition: conditionText(question.when, form, language) })}
          initial
          optional
        />
      )}
      {groups.length > 0 && (
        <>
          {conditionRows.map((row) => (
            <ConditionRow key={row} row={row} groups={groups} stored={stored ?? {}} />
          ))}
          <RadiosField
            name="joined"
            label={t('q.joined')}
            choices={[
              { value: 'all', label: t('q.joined-all') },
              { value: 'any', label: t('q.joined-any') },
            ]}
            initial={stored?.['joined'] ?? 'all'}
          />
        </>
      )}
    </FieldGroup>
  );
}

interface ConditionRowProps {
  readonly row: number;
  readonly groups: readonly ConditionGroup[];
  readonly stored: Readonly<Record<string, string>>;
}

function ConditionRow({ row, groups, stored }: ConditionRowProps) {
  const t = words(useLanguage());
  const holds = useField(`when.${row}.holds`, stored[`when.${row}.holds`]);
  const value = useField(`when.${row}.value`, stored[`when.${row}.value`]);
  const known = groups.some(({ choices }) => choices.some((choice) => choice.value === holds.answer));
  return (
    <p class="with-unit">
      <select id={holds.id} name={`when.${row}.holds`} aria-label={t('q.when-n', { n: row + 1 })}>
        <option value="">{row === 0 ? t('q.when-always') : t('q.when-no-more')}</option>
        {!known && holds.answer && (
          <option value={holds.answer} selected>
            {holds.answer.replaceAll('|', ' ')}
          </option>
        )}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value} selected={choice.value === holds.answer}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <input
        id={value.id}
        name={`when.${row}.value`}
        value={value.answer}
        class="short"
        dir="ltr"
        inputMode="decimal"
        placeholder={t('q.when-number')}
        aria-label={t('q.when-number-n', { n: row + 1 })}
        aria-invalid={value.error ? 'true' : undefined}
        aria-describedby={value.error ? value.errorId : undefined}
      />
      {value.error && (
        <span class="error" id={value.errorId}>
          {value.error}
        </span>
      )}
    </p>
  );
}
