import { SubmitButton } from '../../../design/button.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { FileField } from '../../../design/form/file-field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Table } from '../../../design/table.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import type { AnyImportKind } from '../../../platform/imports/kind.ts';
import { words } from '../../../platform/imports/messages/index.ts';
import type { BatchLine } from '../../../platform/imports/store.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { formatInstant, formatNumber } from '../../../platform/languages/format.ts';

interface ImportsPageProps {
  readonly visit: Visit;
  readonly kinds: readonly AnyImportKind[];
  readonly batches: readonly BatchLine[];
  readonly state: FormState;
}

/** Bring a file in, take a kind out, and what was brought in before. */
export function ImportsPage({ visit, kinds, batches, state }: ImportsPageProps) {
  const t = words(visit.language);
  const title = (kind: AnyImportKind) => explain(visit.language, kind.title);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <section>
        <h2>{t('new')}</h2>
        <Form
          action={visit.href('/workspace/imports')}
          files
          problems={state.problems}
          answers={state.answers}
          idempotencyKey={state.idempotencyKey}
        >
          <RadiosField
            name="kind"
            label={t('kind')}
            choices={kinds.map((kind) => ({ value: kind.name, label: title(kind) }))}
          />
          <FileField name="file" label={t('file')} hint={t('file-hint')} accept=".csv,.tsv,.txt,.xlsx" />
          <SubmitButton>{t('read')}</SubmitButton>
        </Form>
        {kinds.map((kind) => (
          <ColumnsOf key={kind.name} visit={visit} kind={kind} />
        ))}
      </section>
      <section>
        <h2>{t('export')}</h2>
        <ul>
          {kinds.map((kind) => (
            <li key={kind.name}>
              <a href={`/workspace/exports/${kind.name}.csv`}>{t('export-csv', { kind: title(kind) })}</a>
            </li>
          ))}
        </ul>
      </section>
      <Earlier visit={visit} batches={batches} kinds={kinds} />
    </>
  );
}

function ColumnsOf({ visit, kind }: { visit: Visit; kind: AnyImportKind }) {
  const t = words(visit.language);
  const caption = t('columns-of', { kind: explain(visit.language, kind.title) });
  return (
    <details>
      <summary>{caption}</summary>
      <Table
        caption={caption}
        captionHidden
        rows={kind.columns}
        rowKey={(column) => column.name}
        columns={[
          { key: 'name', title: t('column'), rowHeader: true, cell: (column) => <code>{column.name}</code> },
          {
            key: 'needed',
            title: t('needed-column'),
            cell: (column) => (column.needed ? t('needed-column') : ''),
          },
          { key: 'says', title: t('what-goes-in'), cell: (column) => explain(visit.language, column.says) },
        ]}
      />
    </details>
  );
}

function Earlier({
  visit,
  batches,
  kinds,
}: {
  visit: Visit;
  batches: readonly BatchLine[];
  kinds: readonly AnyImportKind[];
}) {
  const t = words(visit.language);
  const kindTitle = (name: string) => {
    const kind = kinds.find((known) => known.name === name);
    return kind ? explain(visit.language, kind.title) : name;
  };
  return (
    <section>
      <h2>{t('earlier')}</h2>
      <Table
        caption={t('earlier')}
        captionHidden
        rows={batches}
        rowKey={(batch) => batch.id}
        columns={[
          {
            key: 'file',
            title: t('file'),
            rowHeader: true,
            cell: (batch) => (
              <a href={visit.href(`/workspace/imports/${batch.id}`)}>
                <bdi>{batch.fileName}</bdi>
              </a>
            ),
          },
          { key: 'kind', title: t('kind'), cell: (batch) => kindTitle(batch.kind) },
          {
            key: 'stage',
            title: t('stage'),
            cell: (batch) => (
              <Tag tone={batch.stage === 'confirmed' ? 'done' : 'neutral'}>{t(`stage.${batch.stage}`)}</Tag>
            ),
          },
          {
            key: 'rows',
            title: t('rows'),
            figure: true,
            cell: (batch) => formatNumber(visit.language, batch.rows),
          },
          {
            key: 'added',
            title: t('added'),
            figure: true,
            cell: (batch) => formatNumber(visit.language, batch.records),
          },
          { key: 'when', title: t('when'), cell: (batch) => formatInstant(visit.language, batch.createdAt) },
        ]}
        empty={<EmptyState title={t('none')}>{t('none-why')}</EmptyState>}
      />
    </section>
  );
}
