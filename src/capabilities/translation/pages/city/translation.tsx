import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { id, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { objectToRendering } from '../../actions/object-to-rendering.ts';
import { words } from '../../messages/index.ts';
import { BesideTranslation } from '../beside-translation.tsx';
import { type RecordSeen, seeRecord, subjectIn } from '../asked.ts';

export async function showTranslation(visit: Visit): Promise<Response> {
  return await translationPage(visit, freshForm(visit.world));
}

async function translationPage(visit: Visit, form: FormState): Promise<Response> {
  const seen = await reading(visit.world, visit.actor, (tx) => seeRecord(visit, tx, subjectIn(visit)));
  return visit.show({
    title: words(visit.language)('own-words'),
    body: <TranslationPage visit={visit} form={form} {...seen} />,
    hasProblems: form.problems.length > 0,
  });
}

const objection = z.object({ rendering: id(), why: text(2000) });

export async function sendObjection(visit: Visit): Promise<Response> {
  const subject = subjectIn(visit);
  const { world, actor } = visit;
  return await submitForm(visit, {
    schema: objection,
    act: async ({ rendering, why }, once) => {
      const { texts } = await reading(world, actor, (tx) => seeRecord(visit, tx, subject));
      const of = texts.find(({ paragraphs }) => paragraphs.some((one) => one.rendering?.id === rendering));
      if (!of) throw notFound();
      await objectToRendering(world, actor, { textId: of.id, renderingId: rendering, why }, once);
      return `/portal/translations/${subject.kind}/${subject.id}?told=yes`;
    },
    again: (state) => translationPage(visit, state),
  });
}

/** The city's own words, beside what reviewers read; and the way to say that it was not understood. */
function TranslationPage({ visit, form, subject, texts }: RecordSeen & { visit: Visit; form: FormState }) {
  const { language } = visit;
  const t = words(language);
  const renderings = texts.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ rendering }) => (rendering ? [rendering] : [])),
  );
  return (
    <>
      <PageHead title={t('own-words')} lead={t('own-words-lead')} />
      {visit.query('told') && (
        <Notice live>
          <p>{t('objection-told')}</p>
        </Notice>
      )}
      {texts.map((one) => (
        <section key={one.id}>
          <h2 lang={one.sourceLanguage}>{one.asked}</h2>
          <BesideTranslation language={language} text={one} />
        </section>
      ))}
      {renderings.length > 0 && (
        <section>
          <h2>{t('not-what-we-meant')}</h2>
          <Form
            action={visit.href(`/portal/translations/${subject.kind}/${subject.id}/objections`)}
            problems={form.problems}
            answers={form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <SelectField
              name="rendering"
              label={t('which-translation')}
              choices={renderings.map((one) => ({
                value: one.id,
                label: one.text.length > 80 ? `${one.text.slice(0, 80)}…` : one.text,
              }))}
            />
            <TextareaField name="why" label={t('what-was-meant')} hint={t('what-was-meant-hint')} />
            <SubmitButton>{t('tell')}</SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}
