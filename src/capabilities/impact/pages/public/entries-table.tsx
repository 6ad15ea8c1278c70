import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { cursorText, type EntryView } from '../../rules/entry-view.ts';
import type { FigurePage } from '../../store/figure-page.ts';
import { partial, sayMeasure } from '../say.ts';

interface EntriesTableProps {
  readonly page: FigurePage;
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly asAt: CalendarDate;
  readonly after: string | null;
}

/** The entries behind a figure, newest first, each with what it stands on. */
export function EntriesTable({ page, language, href, asAt, after }: EntriesTableProps) {
  const t = words(language);
  const { figure, definition, entries, more } = page;
  const last = entries.at(-1);
  const query = `?as-at=${asAt}&version=${definition.version}`;
  const at = (cursor?: string) =>
    href(`/impact/${figure.key}${query}${cursor ? `&after=${cursor}` : ''}#entries`);
  return (
    <section id="entries">
      <h2>{t('entries')}</h2>
      <Table
        caption={t('entries')}
        captionHidden
        rows={entries}
        rowKey={(entry) => entry.id}
        columns={[
          {
            key: 'entry',
            title: t('entry'),
            rowHeader: true,
            cell: (entry) => <EntryLink {...{ entry, language, href }} />,
          },
          {
            key: 'date',
            title: t('date'),
            cell: (entry) => <DateText date={partial(entry.day, entry.precision)} />,
          },
          { key: 'says', title: t('says'), cell: (entry) => <Says entry={entry} language={language} /> },
          { key: 'evidence', title: t('evidence'), cell: (entry) => <EvidenceShort entry={entry} /> },
          { key: 'basis', title: t('basis'), cell: (entry) => <Basis entry={entry} language={language} /> },
        ]}
        empty={<EmptyState title={t('no-entries')}>{t('no-entries-why')}</EmptyState>}
      />
      <Pagination
        previousHref={after ? at() : undefined}
        nextHref={more && last ? at(cursorText(last)) : undefined}
      />
      {entries.length > 0 && (
        <p>
          {t('download-entries')} <a href={`/impact/${figure.key}/entries.csv${query}`}>CSV</a> ·{' '}
          <a href={`/impact/${figure.key}/entries.json${query}`}>JSON</a>
        </p>
      )}
    </section>
  );
}

type EntryProps = { readonly entry: EntryView; readonly language: Language };

function EntryLink({ entry, language, href }: EntryProps & Pick<EntriesTableProps, 'href'>) {
  return (
    <>
      <a href={href(`/impact/entries/${entry.id}`)}>
        <bdi>{entry.subjectName}</bdi>
      </a>
      {entry.country && <span class="quiet"> {countryName(language, entry.country)}</span>}
    </>
  );
}

function Says({ entry, language }: EntryProps) {
  const measure = sayMeasure(language, entry);
  return (
    <>
      {measure && (
        <strong>
          <bdi>{measure}</bdi>
        </strong>
      )}{' '}
      <bdi>{entry.statement}</bdi>
    </>
  );
}

function EvidenceShort({ entry }: Pick<EntryProps, 'entry'>) {
  const [first, ...others] = entry.evidence;
  if (!first) return null;
  return (
    <>
      {first.address ? (
        <a href={first.address}>
          <bdi>{first.title}</bdi>
        </a>
      ) : (
        <bdi>{first.title}</bdi>
      )}
      {others.length > 0 && ` +${others.length}`}
    </>
  );
}

export function Basis({ entry, language }: EntryProps) {
  const t = words(language);
  const tone = entry.stage === 'verified' ? 'done' : entry.stage === 'withdrawn' ? 'stopped' : 'waiting';
  return <Tag tone={tone}>{t(`stage.${entry.stage}`)}</Tag>;
}
