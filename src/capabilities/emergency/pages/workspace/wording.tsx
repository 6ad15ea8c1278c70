import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Prose, Columns } from '../../../../design/layout.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isLanguage, type Language } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { text, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { saveWords } from '../../actions/save-words.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { idIn, recordFor } from '../frame.ts';

const schema = z.object({ title: text(150), what: text(2000), version: version() });

export async function showWords(visit: Visit): Promise<Response> {
  return await wordsPage(visit, freshForm(visit.world));
}

export async function sendWords(visit: Visit): Promise<Response> {
  const id = idIn(visit, 'id');
  const language = languageIn(visit);
  return await submitForm(visit, {
    schema,
    act: async (said, once) => {
      await saveWords(visit.world, visit.actor, { id, language, ...said }, once);
      return `/workspace/emergencies/${id}`;
    },
    again: (state) => wordsPage(visit, state),
  });
}

function languageIn(visit: Visit): Language {
  const language = visit.param('language');
  if (!isLanguage(language)) throw notFound();
  return language;
}

/** One language beside the first: what is translated stands next to what it says. */
async function wordsPage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const wanted = languageIn(visit);
  const record = await recordFor(visit, { id: idIn(visit, 'id') });
  const t = words(language);
  const own = record.wordings.find((one) => one.language === wanted);
  const first = wordingFor(record.wordings, record.wordings.find(({ isFirst }) => isFirst)?.language ?? 'en');
  const title = t('texts-in', { language: languageName(language, wanted) });
  const at = `/workspace/emergencies/${record.id}`;
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(at), label: wordingFor(record.wordings, language).title }]} />
      <PageHead title={title} lead={t('texts-lead')} />
      <Columns>
        <Form
          action={visit.href(`${at}/words/${wanted}`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          version={form.stale?.version ?? own?.version ?? 0}
        >
          {form.stale && (
            <StaleTexts
              current={form.stale.current}
              answers={form.answers}
              labels={{ title: t('title'), what: t('what-happened') }}
            />
          )}
          <TextField name="title" label={t('title')} initial={own?.title} lang={wanted} maxLength={150} />
          <TextareaField name="what" label={t('what-happened')} initial={own?.what} lang={wanted} rows={8} />
          <SubmitButton>{t('save-texts')}</SubmitButton>
        </Form>
        {first.language !== wanted && (
          <section lang={first.language} dir="auto">
            <h2>{first.title}</h2>
            <Prose>
              <p>{first.what}</p>
            </Prose>
          </section>
        )}
      </Columns>
    </>
  );
  return visit.show({ title, body });
}
