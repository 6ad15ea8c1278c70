import type { ComponentChildren } from 'preact';
import { CheckboxesField, RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { FieldGroup } from '../../../../design/form/field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { Columns } from '../../../../design/layout.tsx';
import { languages } from '../../../../kernel/language.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { fileKinds } from '../../../../platform/files/index.ts';
import { words } from '../../messages/index.ts';
import type { Question } from '../../rules/form.ts';
import type { QuestionKind, QuestionOf } from '../../rules/questions.ts';
import { Cell, RowsFrame, rowsToDraw } from '../fields/cell.tsx';
import { ColumnFields } from './column-fields.tsx';
import { LocalTextFields } from './local-text-fields.tsx';

interface KindProps<Kind extends QuestionKind = QuestionKind> {
  readonly question: QuestionOf<Kind>;
  readonly more?: string | undefined;
}

/** The limits that belong to the question's kind. */
export function KindFields({ question, more }: { question: Question; more?: string | undefined }) {
  const Fields = kinds[question.kind] as (props: {
    question: Question;
    more?: string | undefined;
  }) => ComponentChildren;
  return <Fields question={question} more={more} />;
}

function Most({ value }: { value: number }) {
  const t = words(useLanguage());
  return <NumberField name="most" label={t('q.most')} initial={String(value)} />;
}

const kinds: { readonly [Kind in QuestionKind]: (props: KindProps<Kind>) => ComponentChildren } = {
  text({ question }) {
    const language = useLanguage();
    const t = words(language);
    const state = useField('maxWordsIn');
    return (
      <>
        <RadiosField
          name="lines"
          label={t('q.lines')}
          choices={[
            { value: 'one', label: t('q.lines-one') },
            { value: 'many', label: t('q.lines-many') },
          ]}
          initial={question.lines}
        />
        <NumberField
          name="maxWords"
          label={t('q.max-words')}
          hint={t('q.max-words-hint')}
          initial={question.maxWords?.toString()}
          optional
        />
        <FieldGroup wide label={t('q.max-words-in')} hint={t('q.max-words-in-hint')} optional state={state}>
          <Columns>
            {languages.map((one) => (
              <NumberField
                key={one}
                name={`maxWords-${one}`}
                label={languageName(language, one)}
                initial={question.maxWordsIn?.[one]?.toString()}
                optional
              />
            ))}
          </Columns>
        </FieldGroup>
      </>
    );
  },
  choice: ChoiceFields,
  number({ question }) {
    const t = words(useLanguage());
    return (
      <>
        <LocalTextFields name="unit" label={t('q.unit')} hint={t('q.unit-hint')} initial={question.unit} />
        <NumberField name="decimals" label={t('q.decimals')} initial={String(question.decimals)} />
        <NumberField name="min" label={t('q.min')} initial={question.min?.toString()} decimals optional />
        <NumberField name="max" label={t('q.max')} initial={question.max?.toString()} decimals optional />
      </>
    );
  },
  date({ question }) {
    const t = words(useLanguage());
    return (
      <>
        <DateField name="earliest" label={t('q.earliest')} initial={question.earliest} optional />
        <DateField name="latest" label={t('q.latest')} initial={question.latest} optional />
      </>
    );
  },
  file({ question }) {
    const t = words(useLanguage());
    return (
      <>
        <CheckboxesField
          name="accepts"
          label={t('q.accepts')}
          choices={Object.keys(fileKinds).map((value) => ({ value, label: value.toUpperCase() }))}
          initial={question.accepts}
        />
        <Most value={question.maxFiles} />
      </>
    );
  },
  table({ question, more }) {
    return (
      <>
        <ColumnFields columns={question.columns} more={more === 'column'} />
        <Most value={question.maxRows} />
      </>
    );
  },
  budget({ question }) {
    const t = words(useLanguage());
    return (
      <>
        <p>{t('q.budget-explained')}</p>
        <Most value={question.maxLines} />
      </>
    );
  },
  indicators: ({ question }) => <Most value={question.maxRows} />,
  city: () => null,
  country: () => null,
};

function ChoiceFields({ question, more }: KindProps<'choice'>) {
  const language = useLanguage();
  const t = words(language);
  const state = useField('choice.more');
  const columns = languages.map((one) => languageName(language, one));
  return (
    <>
      <RadiosField
        name="many"
        label={t('q.many')}
        choices={[
          { value: 'one', label: t('q.many-one') },
          { value: 'many', label: t('q.many-many') },
        ]}
        initial={question.many ? 'many' : 'one'}
      />
      <FieldGroup wide label={t('q.choices')} hint={t('q.choices-hint')} state={state}>
        <RowsFrame
          name="choice"
          caption={t('q.choices')}
          columns={columns}
          rows={rowsToDraw(question.choices.length, 100, more === 'choice').map((row) => ({
            key: row,
            cells: languages.map((one, place) => (
              <>
                {place === 0 && (
                  <input type="hidden" name={`choice.${row}.key`} value={question.choices[row]?.key ?? ''} />
                )}
                <Cell
                  name={`choice.${row}.label-${one}`}
                  column={columns[place] ?? one}
                  row={row + 1}
                  value={question.choices[row]?.label[one] ?? ''}
                />
              </>
            )),
          }))}
        />
      </FieldGroup>
    </>
  );
}
