import type { ComponentChildren } from 'preact';
import { CityPicker } from '../../../../design/city-picker.tsx';
import { CheckboxesField, RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { type Choice, SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { Language } from '../../../../kernel/language.ts';
import { compareNames, countryName } from '../../../../platform/languages/format.ts';
import { countryCodes } from '../../rules/countries.ts';
import type { Answer, Question } from '../../rules/form.ts';
import type { QuestionKind } from '../../rules/questions.ts';
import { said } from '../said.ts';
import { asked, OnlineOnly, type QuestionProps } from './asked-question.tsx';
import { BudgetField } from './budget-field.tsx';
import { FilesField } from './files-field.tsx';
import { IndicatorsField } from './indicators-field.tsx';
import type { FieldsContext } from './section-fields.tsx';
import { TableField } from './table-field.tsx';
import { WordsField } from './words-field.tsx';

interface AnyQuestionProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly context: FieldsContext;
}

export function QuestionField({ question, answer, context }: AnyQuestionProps) {
  const Field = fields[question.kind] as (props: AnyQuestionProps) => ComponentChildren;
  return <Field question={question} answer={answer} context={context} />;
}

function ChoiceQuestion({ question, answer, context }: QuestionProps<'choice'>) {
  const language = useLanguage();
  const props = asked(question, language, context.known?.[question.key]);
  const choices = question.choices.map(({ key, label }) => ({ value: key, label: said(label, language) }));
  // Without it, a page whose boxes are all unticked could not be told from one that did not ask.
  const drawn = <input type="hidden" name={`${question.key}.drawn`} value="yes" />;
  if (question.many)
    return (
      <>
        {drawn}
        <CheckboxesField {...props} choices={choices} initial={answer?.chosen} />
      </>
    );
  const Field = choices.length > 6 ? SelectField : RadiosField;
  return (
    <>
      {drawn}
      <Field {...props} choices={choices} initial={answer?.chosen[0]} />
    </>
  );
}

const countryChoices = new Map<Language, readonly Choice[]>();

function countries(language: Language): readonly Choice[] {
  let choices = countryChoices.get(language);
  if (!choices) {
    choices = countryCodes
      .map((value) => ({ value, label: countryName(language, value) }))
      .toSorted((a, b) => compareNames(language, a.label, b.label));
    countryChoices.set(language, choices);
  }
  return choices;
}

const fields: { readonly [Kind in QuestionKind]: (props: QuestionProps<Kind>) => ComponentChildren } = {
  choice: ChoiceQuestion,
  text({ question, answer, context }) {
    const props = asked(question, useLanguage(), context.known?.[question.key]);
    const limited = question.maxWords !== undefined || question.maxWordsIn !== undefined;
    if (question.lines === 'many' || limited || answer?.text.includes('\n'))
      return (
        <WordsField {...props} question={question} text={answer?.text ?? ''} language={context.language} />
      );
    return <TextField {...props} initial={answer?.text} lang={context.language} />;
  },
  number({ question, answer, context }) {
    const language = useLanguage();
    return (
      <NumberField
        {...asked(question, language, context.known?.[question.key])}
        unit={said(question.unit, language)}
        decimals={question.decimals > 0}
        initial={answer?.number}
      />
    );
  },
  date({ question, answer, context }) {
    const props = asked(question, useLanguage(), context.known?.[question.key]);
    return <DateField {...props} initial={answer?.date} min={question.earliest} max={question.latest} />;
  },
  city({ question, answer, context }) {
    const { chosen, found } = context.cities?.[question.key] ?? {};
    if (context.offline) return <OnlineOnly question={question} answered={answer !== undefined} />;
    return (
      <CityPicker
        {...asked(question, useLanguage(), context.known?.[question.key])}
        searchAction={context.citySearchAction}
        found={found}
        chosen={chosen ?? (answer && { id: answer.cityId, name: '', place: answer.cityId })}
      />
    );
  },
  country({ question, answer, context }) {
    const language = useLanguage();
    return (
      <SelectField
        {...asked(question, language, context.known?.[question.key])}
        choices={countries(language)}
        initial={answer?.country}
      />
    );
  },
  file: FilesField,
  table: TableField,
  budget: BudgetField,
  indicators: IndicatorsField,
};
