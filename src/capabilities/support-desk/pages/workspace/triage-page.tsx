import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import type { Reason } from '../../../../kernel/refusal.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import type { Suggestion } from '../../rules/assignment.ts';
import type { Topic } from '../../rules/case.ts';
import { languageChoices, topicChoices, urgencyChoices } from '../choices.ts';
import { CaseHead } from './case-head.tsx';
import type { CaseInBrief } from './case-record.ts';

export interface TriagePageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly record: CaseInBrief;
  readonly form: FormState;
  readonly sent: 'triage' | 'assignment' | undefined;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
  readonly suggestions: readonly Suggestion[];
  /** The case as the form writes it. */
  readonly saved: Readonly<Record<string, string>>;
}

/** What the case is about, whose city it is, when it is due, and who takes it. */
export function TriagePage(props: TriagePageProps) {
  const t = words(props.language);
  return (
    <>
      <CaseHead {...props} step={t('triage')} />
      <Assignment {...props} />
      <Triage {...props} />
    </>
  );
}

function Assignment({ language, href, record, form, sent, suggestions }: TriagePageProps) {
  const t = words(language);
  const mine = sent === 'assignment';
  const choices = suggestions.map(({ colleague, reasons }, index) => ({
    value: colleague.personId,
    label: index === 0 ? t('suggested', { name: colleague.name }) : colleague.name,
    hint: reasons.map((reason) => sayReason(language, reason)).join(' · '),
  }));
  return (
    <section>
      <h2>{t('assign')}</h2>
      <Form
        id="assignment"
        aside={!mine}
        action={href(`/workspace/support/cases/${record.shown.id}/assignment`)}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-a`}
        version={form.stale?.version ?? record.shown.version}
      >
        <RadiosField
          name="assignee"
          label={t('assignee')}
          hint={t('assign-hint')}
          choices={[...choices, { value: '', label: t('nobody') }]}
          initial={record.shown.assigneeId ?? suggestions[0]?.colleague.personId}
        />
        <SubmitButton>{t('assign-send')}</SubmitButton>
      </Form>
    </section>
  );
}

/** Reasons carry codes; readers read names. */
function sayReason(language: Language, reason: Reason): string {
  const t = words(language);
  const { language: code, topic, ...values } = reason.values ?? {};
  return explain(language, {
    ...reason,
    values: {
      ...values,
      ...(typeof code === 'string' ? { language: languageName(language, code) } : {}),
      ...(typeof topic === 'string' ? { topic: t(`topic.${topic as Topic}`) } : {}),
    },
  });
}

function Triage({ language, href, record, form, sent, chosen, found, saved }: TriagePageProps) {
  const t = words(language);
  const mine = sent === 'triage';
  const path = `/workspace/support/cases/${record.shown.id}/triage`;
  const labels = {
    subject: t('subject'),
    topic: t('topic'),
    urgency: t('urgency'),
    language: t('language'),
    dueOn: t('due'),
  };
  return (
    <section>
      <h2>{t('what-it-is')}</h2>
      {mine && form.stale && (
        <StaleTexts current={form.stale.current} answers={form.answers} labels={labels} />
      )}
      <Form
        id="triage"
        aside={!mine}
        action={href(path)}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-t`}
        version={form.stale?.version ?? (mine ? form.answers['version'] : undefined) ?? record.shown.version}
      >
        <TextField name="subject" label={t('subject')} initial={saved['subject']} maxLength={300} />
        <CityPicker
          name="city"
          label={t('city')}
          searchAction={href(`${path}/city-search`)}
          chosen={chosen}
          found={found}
          optional
        />
        <SelectField
          name="topic"
          label={t('topic')}
          choices={topicChoices(language)}
          initial={saved['topic']}
        />
        <RadiosField
          name="urgency"
          label={t('urgency')}
          choices={urgencyChoices(language)}
          initial={saved['urgency']}
        />
        <SelectField
          name="language"
          label={t('answer-language')}
          choices={languageChoices(language)}
          initial={saved['language']}
        />
        <DateField name="dueOn" label={t('due')} initial={saved['dueOn']} optional />
        <SubmitButton>{t('triage-send')}</SubmitButton>
      </Form>
    </section>
  );
}
