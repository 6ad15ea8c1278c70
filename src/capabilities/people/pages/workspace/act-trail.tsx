import { InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';

/** What was done to a record, newest first. */
export function ActTrail({ language, acts }: { language: Language; acts: readonly RecordedAct[] }) {
  const t = words(language);
  const columns: Column<RecordedAct>[] = [
    { key: 'when', title: t('when'), cell: ({ at }) => <InstantText at={at} /> },
    { key: 'who', title: t('who'), rowHeader: true, cell: ({ actorName }) => <bdi>{actorName}</bdi> },
    { key: 'what', title: t('what'), cell: (act) => sentence(language, act) },
  ];
  return (
    <section>
      <h2>{t('history')}</h2>
      <Table
        caption={t('history')}
        captionHidden
        columns={columns}
        rows={acts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('history')}>{t('history-none')}</EmptyState>}
      />
    </section>
  );
}

function sentence(language: Language, act: RecordedAct): string {
  const [catalogue = '', happened = ''] = act.kind.split('.', 2);
  const values = Object.fromEntries(Object.entries(act.details).map(([name, value]) => [name, value ?? '']));
  return explain(language, { key: `${catalogue}:act.${happened}`, values });
}
