import type { ComponentChildren } from 'preact';
import { DateText } from '../../../../design/date-text.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Stage } from '../../rules/entry.ts';
import type { ClaimRow } from '../../store/claim-list.ts';
import { partial, sayMeasure } from '../say.ts';

interface ClaimsTableProps {
  readonly caption: string;
  readonly rows: readonly ClaimRow[];
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly empty: ComponentChildren;
}

const tones = {
  proposed: 'signal',
  refused: 'stopped',
  verified: 'done',
  imported: 'waiting',
  withdrawn: 'stopped',
} as const satisfies Record<Stage, string>;

export function StageTag({
  row,
  language,
}: {
  row: Pick<ClaimRow, 'entry' | 'openChange'>;
  language: Language;
}) {
  const t = words(language);
  return (
    <>
      <Tag tone={tones[row.entry.stage]}>{t(`stage.${row.entry.stage}`)}</Tag>
      {row.openChange && (
        <>
          {' '}
          <Tag tone="signal">{t(`waits.${row.openChange}`)}</Tag>
        </>
      )}
    </>
  );
}

export function ClaimsTable({ caption, rows, language, href, empty }: ClaimsTableProps) {
  const t = words(language);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ entry }) => entry.id}
      empty={empty}
      columns={[
        {
          key: 'subject',
          title: t('subject'),
          rowHeader: true,
          cell: ({ entry }) => (
            <a href={href(`/workspace/impact/claims/${entry.id}`)}>
              <bdi>{entry.subjectName}</bdi>
            </a>
          ),
        },
        { key: 'kind', title: t('kind'), cell: ({ entry }) => t(`kind.${entry.kind}`) },
        {
          key: 'date',
          title: t('date'),
          cell: ({ entry }) => <DateText date={partial(entry.day, entry.precision)} />,
        },
        {
          key: 'measure',
          title: t('amount-or-count'),
          figure: true,
          cell: ({ entry }) => sayMeasure(language, entry) ?? '–',
        },
        {
          key: 'stage',
          title: t('where-it-stands'),
          cell: (row) => <StageTag row={row} language={language} />,
        },
      ]}
    />
  );
}
