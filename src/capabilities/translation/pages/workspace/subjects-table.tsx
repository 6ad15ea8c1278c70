import type { ComponentChildren } from 'preact';
import { InstantText } from '../../../../design/date-text.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatNumber, languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { TranslatedSubject } from '../../store/subjects.ts';
import { isSubjectKind, recordPath } from '../asked.ts';
import { ProgressTags } from '../state-tag.tsx';

interface SubjectsTableProps {
  readonly visit: Visit;
  readonly subjects: readonly TranslatedSubject[];
  readonly names: ReadonlyMap<string, string>;
  readonly empty: ComponentChildren;
}

export function SubjectsTable({ visit, subjects, names, empty }: SubjectsTableProps) {
  const { language } = visit;
  const t = words(language);
  const titleOf = ({ kind, cityId }: TranslatedSubject) =>
    isSubjectKind(kind) ? t(`record.${kind}`, { city: names.get(cityId ?? '') ?? '' }) : kind;
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={subjects}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      empty={empty}
      columns={[
        {
          key: 'record',
          title: t('record'),
          rowHeader: true,
          cell: (subject) => <a href={visit.href(recordPath(subject))}>{titleOf(subject)}</a>,
        },
        {
          key: 'languages',
          title: t('languages'),
          cell: ({ sourceLanguage, targetLanguage }) =>
            t('from-to', {
              from: languageName(language, sourceLanguage),
              to: languageName(language, targetLanguage),
            }),
        },
        {
          key: 'progress',
          title: t('paragraphs'),
          cell: (subject) => <ProgressTags language={language} progress={subject} />,
        },
        {
          key: 'characters',
          title: t('open-characters'),
          figure: true,
          cell: ({ openCharacters }) => formatNumber(language, openCharacters),
        },
        { key: 'since', title: t('since'), cell: ({ keptAt }) => <InstantText at={keptAt} /> },
      ]}
    />
  );
}
