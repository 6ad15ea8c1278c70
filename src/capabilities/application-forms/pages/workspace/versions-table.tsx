import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { questionsOf } from '../../rules/questions.ts';
import type { StoredVersion } from '../../rules/stored-form.ts';
import { formPath, previewPath } from './paths.ts';

interface VersionsTableProps {
  readonly visit: Visit;
  readonly formId: string;
  readonly versions: readonly StoredVersion[];
}

/** What was asked when, each version to see, compare and carry away. */
export function VersionsTable({ visit, formId, versions }: VersionsTableProps) {
  const language = useLanguage();
  const t = words(language);
  const at = (version: number, rest: string) => visit.href(`${formPath(formId)}/versions/${version}/${rest}`);
  return (
    <Table
      caption={t('versions')}
      captionHidden
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'version',
          title: t('version'),
          rowHeader: true,
          cell: ({ version }) => (
            <a href={visit.href(previewPath(formId, version))}>{t('version-n', { version })}</a>
          ),
        },
        {
          key: 'stage',
          title: t('form-stage'),
          cell: ({ stage, publishedAt }) =>
            stage === 'draft' || !publishedAt ? (
              <Tag tone="waiting">{t('is-draft')}</Tag>
            ) : (
              t('published-at', { at: formatInstant(language, publishedAt) })
            ),
        },
        {
          key: 'questions',
          title: t('questions'),
          figure: true,
          cell: (version) => questionsOf(version).length,
        },
        {
          key: 'difference',
          title: t('difference'),
          cell: ({ version }) =>
            version > 1 && (
              <a href={at(version, 'difference')}>{t('difference-to', { version: version - 1 })}</a>
            ),
        },
        {
          key: 'files',
          title: t('carry-away'),
          cell: ({ version, stage }) => (
            <>
              <a href={at(version, 'form.json')}>JSON</a>
              {stage === 'published' && (
                <>
                  {' · '}
                  <a href={at(version, 'form.docx')}>Word</a> · <a href={at(version, 'form.html')}>HTML</a>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
