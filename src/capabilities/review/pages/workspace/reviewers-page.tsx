import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Role } from '../../../../kernel/actor.ts';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { themes } from '../../../fund/index.ts';
import { roleName } from '../../../people/index.ts';
import { words } from '../../messages/index.ts';
import type { Reviewer } from '../../store/reviewers.ts';

const path = '/workspace/reviews/reviewers';

interface ReviewersPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly reviewers: readonly Reviewer[];
  readonly possible: readonly { personId: string; name: string; role: string }[];
}

export function ReviewersPage({ visit, form, reviewers, possible }: ReviewersPageProps) {
  const { language } = visit;
  const t = words(language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/reviews'), label: t('reviews') }]} />
      <PageHead title={t('reviewers')} />
      <Table
        caption={t('reviewers')}
        captionHidden
        rows={reviewers}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={t('no-reviewers')}>{t('no-reviewers-why')}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t('person'),
            rowHeader: true,
            cell: ({ personId, name }) => (
              <a href={visit.href(`${path}/${personId}`)}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          {
            key: 'languages',
            title: t('languages'),
            cell: (one) => one.languages.map((code) => languageName(language, code)).join(', '),
          },
          { key: 'expertise', title: t('expertise'), cell: ({ expertise }) => expertise.join(', ') },
          {
            key: 'load',
            title: t('load'),
            cell: ({ open, filed, resting }) =>
              `${t('load-n', { open, filed })}${resting ? ` · ${t('resting')}` : ''}`,
          },
        ]}
      />
      {possible.length > 0 && (
        <section>
          <h2>{t('add-reviewer')}</h2>
          <Form
            action={visit.href(path)}
            problems={form.problems}
            answers={form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <SelectField
              name="personId"
              label={t('person')}
              choices={possible.map(({ personId, name, role }) => ({
                value: personId,
                label: `${name} (${roleName(language, role as Role)})`,
              }))}
            />
            <TakesFields language={language} />
            <SubmitButton>{t('add-reviewer')}</SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}

interface ReviewerPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly reviewer: Reviewer;
}

export function ReviewerPage({ visit, form, reviewer }: ReviewerPageProps) {
  const t = words(visit.language);
  const labels = {
    expertise: t('expertise'),
    countries: t('countries'),
    mostReviews: t('most-reviews'),
  };
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(path), label: t('reviewers') }]} />
      <PageHead
        title={<bdi>{reviewer.name}</bdi>}
        lead={t('load-n', { open: reviewer.open, filed: reviewer.filed })}
      />
      {form.stale && <StaleTexts current={form.stale.current} answers={form.answers} labels={labels} />}
      <Form
        action={visit.href(`${path}/${reviewer.personId}`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? reviewer.version}
      >
        <TakesFields language={visit.language} />
        <SubmitButton>{t('save-reviewer')}</SubmitButton>
      </Form>
    </>
  );
}

function TakesFields({ language }: { language: Language }) {
  const t = words(language);
  return (
    <>
      <CheckboxesField
        name="languages"
        label={t('languages')}
        choices={languages.map((value) => ({ value, label: languageName(language, value) }))}
      />
      <TextField
        name="expertise"
        label={t('expertise')}
        hint={t('expertise-hint', { themes: themes.join(' ') })}
        optional
      />
      <TextField name="countries" label={t('countries')} hint={t('countries-hint')} optional />
      <NumberField name="mostReviews" label={t('most-reviews')} />
      <CheckboxField name="resting" question={t('availability')} label={t('resting')} optional />
    </>
  );
}
