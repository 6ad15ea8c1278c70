import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Difference } from '../../../../design/difference.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { takeReturnedFile } from '../../actions/take-returned-file.ts';
import { words } from '../../messages/index.ts';
import { shownText } from '../../rules/translated.ts';
import { findReturnedFile, type ReturnedFile } from '../../store/returned-files.ts';
import { idIn, type RecordSeen, recordPath, seeRecord } from '../asked.ts';

export async function showReturnedFile(visit: Visit): Promise<Response> {
  return await filePage(visit, freshForm(visit.world));
}

async function filePage(visit: Visit, form: FormState): Promise<Response> {
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const file = await findReturnedFile(tx, idIn(visit, 'id'));
    if (!file) throw notFound();
    return { file, record: await seeRecord(visit, tx, file.subject) };
  });
  return visit.show({
    title: words(visit.language)('returned-title', { name: seen.file.name }),
    body: <FilePage visit={visit} form={form} {...seen} />,
  });
}

/** Each ticked paragraph is a field of its own, named by its id. */
const chosen = z
  .record(z.string(), z.string().optional())
  .transform((said) =>
    Object.keys(said).flatMap((field) => (isUuid(field.slice(2)) ? [field.slice(2)] : [])),
  );

export async function sendTaking(visit: Visit): Promise<Response> {
  const fileId = idIn(visit, 'id');
  const { world, actor } = visit;
  return await submitForm(visit, {
    schema: chosen,
    act: async (paragraphIds, once) => {
      await takeReturnedFile(world, actor, { fileId, paragraphIds }, once);
      const file = await reading(world, actor, (tx) => findReturnedFile(tx, fileId));
      return file ? recordPath(file.subject) : '/workspace/translation';
    },
    again: (state) => filePage(visit, state),
  });
}

interface FilePageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly file: ReturnedFile;
  readonly record: RecordSeen;
}

function FilePage({ visit, form, file, record }: FilePageProps) {
  const t = words(visit.language);
  const paragraphs = new Map(record.texts.flatMap((one) => one.paragraphs.map((p) => [p.id, p] as const)));
  const [first] = record.texts;
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(recordPath(file.subject)), label: record.title }]} />
      <PageHead title={t('returned-title', { name: file.name })} lead={t('returned-lead')} />
      {file.renderings.length === 0 && (
        <EmptyState title={t('nothing-returned')}>{t('nothing-returned-why')}</EmptyState>
      )}
      {file.takenAt && <p>{t('was-taken')}</p>}
      {file.renderings.length > 0 && !file.takenAt && (
        <Form
          action={visit.href(`/workspace/translation/files/${file.id}/taking`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          {file.renderings.map(({ paragraphId, text }, index) => {
            const paragraph = paragraphs.get(paragraphId);
            return (
              <section key={paragraphId}>
                <p lang={first?.sourceLanguage} dir="auto">
                  {paragraph?.source}
                </p>
                <Difference
                  before={paragraph ? shownText(paragraph) : ''}
                  after={text}
                  beforeLabel={t('stands-now')}
                  afterLabel={t('in-file')}
                  lang={first?.targetLanguage}
                />
                <CheckboxField
                  name={`p-${paragraphId}`}
                  question={t('paragraph-n', { n: index + 1 })}
                  label={t('take-over')}
                  initial
                />
              </section>
            );
          })}
          <SubmitButton>{t('take-chosen')}</SubmitButton>
        </Form>
      )}
      {file.leftOut.length > 0 && (
        <section>
          <h2>{t('left-out')}</h2>
          <ul>
            {file.leftOut.map(({ source, text, why }, index) => (
              <li key={index}>
                {t(`left-out.${why}`)} <q dir="auto">{source}</q> → <q dir="auto">{text}</q>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
