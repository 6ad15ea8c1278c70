import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Term } from '../../rules/glossary.ts';

const path = '/workspace/translation/glossary';

interface GlossaryPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly terms: readonly Term[];
}

export function GlossaryPage({ visit, form, terms }: GlossaryPageProps) {
  const { language } = visit;
  const t = words(language);
  const others = languages.filter((one) => one !== language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/translation'), label: t('title') }]} />
      <PageHead title={t('glossary')} lead={t('glossary-lead')} />
      <Table
        caption={t('glossary')}
        captionHidden
        rows={terms}
        rowKey={({ id }) => id}
        csv={visit.href(`${path}.csv`)}
        empty={<EmptyState title={t('no-terms')}>{t('no-terms-why')}</EmptyState>}
        columns={[
          {
            key: language,
            title: languageName(language, language),
            rowHeader: true,
            cell: ({ id, words: said }) => <a href={visit.href(`${path}/${id}`)}>{said[language]}</a>,
          },
          ...others.map((one) => ({
            key: one,
            title: languageName(language, one),
            cell: ({ words: said }: Term) => <bdi lang={one}>{said[one]}</bdi>,
          })),
        ]}
      />
      <section>
        <h2>{t('add-term')}</h2>
        <Form
          action={visit.href(path)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <TermFields language={language} />
          <SubmitButton>{t('add-term')}</SubmitButton>
        </Form>
      </section>
    </>
  );
}

interface TermPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly term: Term;
}

export function TermPage({ visit, form, term }: TermPageProps) {
  const { language } = visit;
  const t = words(language);
  const labels = {
    ...Object.fromEntries(languages.map((one) => [one, languageName(language, one)])),
    note: t('note'),
  };
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(path), label: t('glossary') }]} />
      <PageHead title={term.words[language]} />
      {form.stale && <StaleTexts current={form.stale.current} answers={form.answers} labels={labels} />}
      <Form
        action={visit.href(`${path}/${term.id}`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? term.version}
      >
        <TermFields language={language} />
        <SubmitButton>{t('save-term')}</SubmitButton>
      </Form>
      <Form
        action={visit.href(`${path}/${term.id}/retirement`)}
        id="retire"
        aside
        idempotencyKey={visit.world.newId()}
      >
        <p>{t('retire-lead')}</p>
        <SubmitButton look="danger">{t('retire')}</SubmitButton>
      </Form>
    </>
  );
}

function TermFields({ language }: { language: Language }) {
  const t = words(language);
  return (
    <>
      {languages.map((one) => (
        <TextField key={one} name={one} label={languageName(language, one)} lang={one} maxLength={120} />
      ))}
      <TextareaField name="note" label={t('note')} hint={t('note-hint')} rows={2} optional />
    </>
  );
}
