import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { Columns } from '../../../design/layout.tsx';
import type { Language } from '../../../kernel/language.ts';
import { PageHead } from '../../../design/page-head.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import { audiences } from '../rules/note.ts';
import { wordingFor } from '../rules/response.ts';
import type { NamedCity } from '../store/record.ts';
import { pageLanguageChoices } from './choices.ts';
import { type Frame, named } from './frame.ts';

interface NoteFormProps extends Frame {
  readonly form: FormState;
  readonly cities: readonly NamedCity[];
  readonly rows: readonly number[];
  readonly isCorrection: boolean;
  readonly at: string;
  readonly back: string;
}

/** How a city stands: what is seen, what is needed most, numbers with who counted, and for whom it is written. */
export function NoteForm(props: NoteFormProps) {
  const { language, href, record, form, cities, isCorrection } = props;
  const t = words(language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(props.back), label: wordingFor(record.wordings, language).title }]} />
      <PageHead
        title={t(isCorrection ? 'correct-note' : 'new-note')}
        lead={t(isCorrection ? 'correct-note-lead' : 'new-note-lead')}
      />
      {cities.length === 0 ? (
        <EmptyState title={t('no-cities')}>{t('no-cities-why')}</EmptyState>
      ) : (
        <Form
          action={href(props.at)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          {isCorrection && <input type="hidden" name="corrects" value={form.answers['corrects']} />}
          <SelectField
            name="city"
            label={t('city')}
            choices={cities.map((city) => ({ value: city.id, label: named(language, city) }))}
            initial={cities.length === 1 ? cities[0]?.id : undefined}
          />
          <DateField name="on" label={t('as-at')} />
          <TextareaField name="body" label={t('what-happens')} hint={t('what-happens-hint')} rows={6} />
          <TextareaField name="needs" label={t('needs-most-label')} rows={3} optional />
          <section>
            <h2>{t('numbers')}</h2>
            <p class="quiet">{t('numbers-hint')}</p>
            {props.rows.map((n) => (
              <NumberRow key={n} language={language} n={n} />
            ))}
          </section>
          <RadiosField
            name="audience"
            label={t('for-whom')}
            choices={audiences.map((value) => ({
              value,
              label: t(`audience.${value}`),
              hint: t(`audience-hint.${value}`),
            }))}
          />
          <SelectField
            name="language"
            label={t('written-language')}
            choices={pageLanguageChoices(language)}
            none={false}
          />
          <SubmitButton>{t('write-note')}</SubmitButton>
        </Form>
      )}
    </>
  );
}

/** What, how many, and who counted. */
function NumberRow({ language, n }: { language: Language; n: number }) {
  const t = words(language);
  return (
    <>
      <Columns>
        <TextField name={`what${n}`} label={t('number-what', { n })} optional />
        <TextField name={`value${n}`} label={t('number-value')} inputMode="numeric" size="short" optional />
      </Columns>
      <TextField name={`source${n}`} label={t('number-source')} size="medium" optional />
    </>
  );
}
