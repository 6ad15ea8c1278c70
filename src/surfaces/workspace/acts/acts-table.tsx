import { EmptyState } from '../../../design/empty-state.tsx';
import { Table } from '../../../design/table.tsx';
import type { RecordedAct } from '../../../platform/audit/act.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { actSentence } from './act-sentence.ts';

/** Acts, newest first; the record's own trail is one click away. */
export function ActsTable({
  visit,
  acts,
  caption,
}: {
  visit: Visit;
  acts: readonly RecordedAct[];
  caption: string;
}) {
  const t = words(visit.language);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={acts}
      rowKey={(act) => act.id}
      columns={[
        {
          key: 'when',
          title: t('acts.when'),
          cell: (act) => <time dateTime={act.at.toISOString()}>{formatInstant(visit.language, act.at)}</time>,
        },
        {
          key: 'what',
          title: t('acts.what'),
          cell: (act) => actSentence(visit.language, act),
          rowHeader: true,
        },
        {
          key: 'who',
          title: t('acts.who'),
          cell: (act) => <bdi>{act.personId ? act.actorName : t('acts.platform')}</bdi>,
        },
        { key: 'capacity', title: t('acts.capacity'), cell: (act) => <bdi>{act.capacity}</bdi> },
        {
          key: 'record',
          title: t('acts.record'),
          cell: (act) => (
            <a
              href={visit.href(
                `/workspace/acts?kind=${encodeURIComponent(act.subjectKind)}&id=${encodeURIComponent(act.subjectId)}`,
              )}
            >
              {act.subjectKind}
            </a>
          ),
        },
      ]}
      empty={<EmptyState title={t('acts.none')}>{t('acts.none-why')}</EmptyState>}
    />
  );
}
