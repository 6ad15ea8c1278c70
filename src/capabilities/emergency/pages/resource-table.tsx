import type { ComponentChildren } from 'preact';
import { DateText } from '../../../design/date-text.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { type Column, Table } from '../../../design/table.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import { freshnessOf } from '../rules/freshness.ts';
import type { Resource } from '../store/record.ts';
import { inWords } from './frame.ts';

interface ResourceTableProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly resources: readonly Resource[];
  readonly today: CalendarDate;
  readonly csv?: string;
  /** What staff may do with a row. */
  readonly act?: (resource: Resource) => ComponentChildren;
}

/** What there is to turn to, what works first; what nobody has looked at lately stands back and says so. */
export function ResourceTable({ language, href, resources, today, csv, act }: ResourceTableProps) {
  const t = words(language);
  const columns: Column<Resource>[] = [
    {
      key: 'title',
      title: t('resource'),
      rowHeader: true,
      cell: (row) => <Titled {...{ language, row }} faded={freshnessOf(row, today) !== 'fresh'} />,
    },
    {
      key: 'what',
      title: t('resource-what'),
      cell: (row) => <What {...{ language, href, row }} />,
    },
    { key: 'contact', title: t('where-to-turn'), cell: (row) => <Contact row={row} /> },
    { key: 'by', title: t('offered-by'), cell: (row) => <bdi>{row.offeredBy}</bdi> },
    {
      key: 'languages',
      title: t('languages'),
      cell: (row) => (row.languages.length > 0 ? inWords(language, row.languages) : '–'),
    },
    { key: 'checked', title: t('checked'), cell: (row) => <Checked {...{ language, row, today }} /> },
  ];
  return (
    <Table
      caption={t('resources')}
      captionHidden
      rows={resources}
      rowKey={({ id }) => id}
      csv={csv}
      columns={act ? [...columns, { key: 'act', title: t('to-do'), cell: act }] : columns}
      empty={<EmptyState title={t('no-resources')}>{t('no-resources-why')}</EmptyState>}
    />
  );
}

interface TitledProps {
  readonly language: Language;
  readonly row: Resource;
  readonly faded: boolean;
}

function Titled({ language, row, faded }: TitledProps) {
  return (
    <span class={faded ? 'quiet' : undefined}>
      <bdi>{row.address ? <a href={row.address}>{row.title}</a> : row.title}</bdi>
      <br />
      <span class="quiet">{words(language)(`kind.${row.kind}`)}</span>
    </span>
  );
}

interface WhatProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly row: Resource;
}

function What({ language, href, row }: WhatProps) {
  return (
    <>
      <span dir="auto">{row.what}</span>
      {row.library && (
        <>
          <br />
          {words(language)('in-library')}:{' '}
          <a href={href(`/sources/${row.library.slug}`)}>{row.library.title}</a>
        </>
      )}
    </>
  );
}

function Contact({ row }: { row: Resource }) {
  if (row.contact === null)
    return <>{row.address ? <bdi dir="ltr">{new URL(row.address).hostname}</bdi> : '–'}</>;
  const number = /^\+?[\d\s().-]{5,20}$/.test(row.contact) ? row.contact.replaceAll(/[^+\d]/g, '') : null;
  return number ? (
    <a href={`tel:${number}`}>
      <bdi dir="ltr">{row.contact}</bdi>
    </a>
  ) : (
    <bdi>{row.contact}</bdi>
  );
}

function Checked({ language, row, today }: { language: Language; row: Resource; today: CalendarDate }) {
  const t = words(language);
  const freshness = freshnessOf(row, today);
  return (
    <>
      <DateText date={row.checkedOn} />
      {row.validUntil && (
        <>
          <br />
          {t('until')} <DateText date={row.validUntil} />
        </>
      )}
      {freshness !== 'fresh' && (
        <>
          <br />
          <Tag tone={freshness === 'over' ? 'stopped' : 'waiting'}>{t(`freshness.${freshness}`)}</Tag>
        </>
      )}
    </>
  );
}
