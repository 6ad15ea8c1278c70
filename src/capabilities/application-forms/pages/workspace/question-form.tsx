import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import { fingerprint } from '../../rules/fingerprint.ts';
import type { FormBody, Question } from '../../rules/form.ts';
import { knownFacts } from '../../rules/known-facts.ts';
import { ConditionFields } from './condition-fields.tsx';
import { fieldNames } from './field-names.ts';
import { KindFields } from './kind-fields.tsx';
import { LocalTextFields } from './local-text-fields.tsx';
import { questionAnswers } from './question-answers.ts';

interface QuestionFormProps {
  readonly action: string;
  readonly form: FormBody;
  /** The stored question, or an empty one of the kind asked for. */
  readonly question: Question;
  readonly isNew: boolean;
  readonly state: FormState;
  readonly more?: string | undefined;
}

/** All of one question on one page. */
export function QuestionForm({ action, form, question, isNew, state, more }: QuestionFormProps) {
  const t = words(useLanguage());
  const stored = questionAnswers(question);
  const labels = fieldNames(Object.keys({ ...stored, ...state.stale?.current }), t.language);
  return (
    <>
      {state.stale && <StaleTexts current={state.stale.current} answers={state.answers} labels={labels} />}
      <Form
        action={action}
        problems={state.problems}
        answers={state.answers}
        idempotencyKey={state.idempotencyKey}
        version={state.stale?.version ?? state.answers['version'] ?? fingerprint(isNew ? null : question)}
      >
        <LocalTextFields
          name="label"
          label={t('q.label')}
          hint={t('q.label-hint')}
          initial={question.label}
        />
        <LocalTextFields
          name="help"
          label={t('q.help')}
          hint={t('q.help-hint')}
          initial={question.help}
          many
          optional
        />
        <CheckboxField
          name="needed"
          question={t('q.needed')}
          label={t('q.needed-says')}
          initial={question.needed}
          optional
        />
        <KindFields question={question} more={more} />
        <ConditionFields form={form} question={question} isNew={isNew} />
        <SelectField
          name="knownAs"
          label={t('q.known-as')}
          hint={t('q.known-as-hint')}
          none={t('q.known-as-none')}
          choices={knownFacts.map((value) => ({ value, label: t(`fact.${value}`) }))}
          initial={question.knownAs}
          optional
        />
        <SubmitButton>{t(isNew ? 'q.add' : 'q.save')}</SubmitButton>
      </Form>
    </>
  );
}
