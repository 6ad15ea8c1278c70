import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { progressOf } from '../../rules/translated.ts';
import { type RecordSeen, recordPath } from '../asked.ts';
import { ProgressTags } from '../state-tag.tsx';

interface RecordPageProps extends RecordSeen {
  readonly visit: Visit;
  readonly form: FormState;
}

/** One record's texts, question by question, and the ways to have them translated. */
export function RecordPage({ visit, form, subject, texts, title }: RecordPageProps) {
  const { language } = visit;
  const t = words(language);
  const [first] = texts;
  const languages = first && {
    from: languageName(language, first.sourceLanguage),
    to: languageName(language, first.targetLanguage),
  };
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/translation'), label: t('title') }]} />
      <PageHead
        title={title}
        lead={languages && t('from-to', languages)}
        stage={<ProgressTags language={language} progress={progressOf(texts)} />}
      />
      {visit.query('asked') && (
        <Notice live>
          <p>{t('machine-asked')}</p>
        </Notice>
      )}
      <Table
        caption={t('texts')}
        captionHidden
        rows={texts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'asked',
            title: t('question'),
            rowHeader: true,
            cell: ({ id, asked, sourceLanguage }) => (
              <a href={visit.href(`/workspace/translation/texts/${id}`)} lang={sourceLanguage}>
                {asked}
              </a>
            ),
          },
          {
            key: 'progress',
            title: t('paragraphs'),
            cell: (text) => <ProgressTags language={language} progress={progressOf([text])} />,
          },
        ]}
      />
      <Ways visit={visit} form={form} path={visit.href(recordPath(subject))} />
    </>
  );
}

function Ways({ visit, form, path }: { visit: Visit; form: FormState; path: string }) {
  const t = words(visit.language);
  return (
    <section>
      <h2>{t('translators-file')}</h2>
      <p>{t('translators-file-lead')}</p>
      <ul>
        <li>
          <a href={`${path}/xliff`}>{t('xliff-all')}</a>
        </li>
        <li>
          <a href={`${path}/xliff?open=yes`}>{t('xliff-open')}</a>
        </li>
      </ul>
      <Form
        action={`${path}/files`}
        files
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <FileField
          name="file"
          label={t('returned-file')}
          hint={t('returned-file-hint')}
          accept=".xlf,.xliff"
        />
        <SubmitButton>{t('read-file')}</SubmitButton>
      </Form>
      <h2>{t('machine')}</h2>
      {visit.world.config.translation ? (
        <Form action={`${path}/machine-drafts`} id="m" aside idempotencyKey={visit.world.newId()}>
          <p>{t('machine-lead')}</p>
          <SubmitButton look="plain">{t('ask-machine')}</SubmitButton>
        </Form>
      ) : (
        <p>{t('machine-is-off')}</p>
      )}
    </section>
  );
}
