import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { LocalText } from '../../../../kernel/local-text.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { text, version, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { addTemplate, saveTemplate, templateAnswers } from '../../actions/templates.ts';
import { words } from '../../messages/index.ts';
import { findTemplate, listTemplates } from '../../store/templates.ts';

const title = text(150);
const body = text(10_000);
const texts = {
  'title-en': title,
  'title-fr': title,
  'title-es': title,
  'title-pt': title,
  'title-ar': title,
  'body-en': body,
  'body-fr': body,
  'body-es': body,
  'body-pt': body,
  'body-ar': body,
};
const slug = text(60).transform((value, context) =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? value : wrong(context, 'support-desk:not-a-slug'),
);
const savedAnswers = z.object({ ...texts, version: version() });
const newAnswers = z.object({ ...texts, slug });

export async function showTemplates(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const templates = await reading(world, actor, listTemplates);
  const t = words(language);
  const page = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/support'), label: t('desk') }]} />
      <PageHead
        title={t('templates')}
        lead={t('templates-lead')}
        next={
          <ButtonLink look="main" href={visit.href('/workspace/support/templates/new')}>
            {t('template-new')}
          </ButtonLink>
        }
      />
      <Table
        caption={t('templates')}
        captionHidden
        rows={templates}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            title: t('template-title'),
            rowHeader: true,
            cell: (template) => (
              <a href={visit.href(`/workspace/support/templates/${template.slug}`)}>
                {template.title[language]}
              </a>
            ),
          },
          { key: 'slug', title: t('template-slug'), cell: (template) => <bdi>{template.slug}</bdi> },
        ]}
        empty={<EmptyState title={t('no-templates')}>{t('no-templates-why')}</EmptyState>}
      />
    </>
  );
  return visit.show({ title: t('templates'), body: page });
}

export function showNewTemplate(visit: Visit): Response {
  return templatePage(visit, freshForm(visit.world), undefined);
}

export async function sendNewTemplate(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: newAnswers,
    act: async (said, once) =>
      `/workspace/support/templates/${await addTemplate(visit.world, visit.actor, { ...textsOf(said), slug: said.slug }, once)}`,
    again: (state) => templatePage(visit, state, undefined),
  });
}

export async function showTemplate(visit: Visit): Promise<Response> {
  return await storedPage(visit, freshForm(visit.world));
}

export async function sendTemplate(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: savedAnswers,
    act: async (said, once) => {
      await saveTemplate(
        visit.world,
        visit.actor,
        { ...textsOf(said), slug: visit.param('slug'), version: said.version },
        once,
      );
      return '/workspace/support/templates';
    },
    again: (state) => storedPage(visit, state),
  });
}

async function storedPage(visit: Visit, form: FormState): Promise<Response> {
  const template = await reading(visit.world, visit.actor, (tx) => findTemplate(tx, visit.param('slug')));
  if (!template) throw notFound();
  return templatePage(visit, form, {
    path: `/workspace/support/templates/${template.slug}`,
    version: template.version,
    saved: templateAnswers(template),
  });
}

type Texts = Record<`title-${Language}` | `body-${Language}`, string>;

function textsOf(said: Texts): { title: LocalText; body: LocalText } {
  const pick = (part: 'title' | 'body'): LocalText => ({
    en: said[`${part}-en`],
    fr: said[`${part}-fr`],
    es: said[`${part}-es`],
    pt: said[`${part}-pt`],
    ar: said[`${part}-ar`],
  });
  return { title: pick('title'), body: pick('body') };
}

interface Stored {
  readonly path: string;
  readonly version: number;
  readonly saved: Readonly<Record<string, string>>;
}

/** All five languages on one page: a text that is missing in one is no text of the desk. */
function templatePage(visit: Visit, form: FormState, stored: Stored | undefined): Response {
  const { language } = visit;
  const t = words(language);
  const heading = stored ? t('template-edit') : t('template-new');
  const labels = Object.fromEntries(
    languages.flatMap((one) => [
      [`title-${one}`, t('template-title')],
      [`body-${one}`, t('template-body')],
    ]),
  );
  const page = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/support/templates'), label: t('templates') }]} />
      <PageHead title={heading} lead={t('templates-lead')} />
      {form.stale && <StaleTexts current={form.stale.current} answers={form.answers} labels={labels} />}
      <Form
        action={visit.href(stored?.path ?? '/workspace/support/templates')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? form.answers['version'] ?? stored?.version}
      >
        {!stored && (
          <TextField name="slug" label={t('template-slug')} hint={t('template-slug-hint')} size="medium" />
        )}
        {languages.map((one) => (
          <section key={one}>
            <h2>{languageName(language, one)}</h2>
            <TextField
              name={`title-${one}`}
              label={t('template-title-in', { language: languageName(language, one) })}
              lang={one}
              initial={stored?.saved[`title-${one}`]}
            />
            <TextareaField
              name={`body-${one}`}
              label={t('template-body-in', { language: languageName(language, one) })}
              lang={one}
              initial={stored?.saved[`body-${one}`]}
            />
          </section>
        ))}
        <SubmitButton>{t('template-save')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: heading, body: page });
}
