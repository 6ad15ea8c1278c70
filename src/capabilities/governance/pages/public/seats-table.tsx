import { type Column, Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import type { ShownSeat } from '../../store/bodies.ts';
import { SeatHolder } from './seat-holder.tsx';
import { Since, Until } from './tenure-text.tsx';

interface SeatsTableProps {
  readonly caption: string;
  readonly seats: readonly ShownSeat[];
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly csv?: string | undefined;
}

/** Seats with their holders, roles, dates, the holder's own term of office, and sources. */
export function SeatsTable({ caption, seats, language, href, csv }: SeatsTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={seats}
      rowKey={(seat) => seat.id}
      columns={columns(
        language,
        href,
        seats.some((seat) => seat.terms.length > 0),
      )}
      csv={csv}
    />
  );
}

function columns(
  language: Language,
  href: (path: string) => string,
  withTerms: boolean,
): Column<ShownSeat>[] {
  const t = words(language);
  const all: (Column<ShownSeat> | undefined)[] = [
    {
      key: 'holder',
      title: t('holder'),
      rowHeader: true,
      cell: (seat) => <SeatHolder seat={seat} href={href} />,
    },
    { key: 'role', title: t('role'), cell: (seat) => t(`role-${seat.role}`) },
    { key: 'from', title: t('since'), cell: (seat) => <Since tenure={seat.tenure} /> },
    { key: 'to', title: t('until'), cell: (seat) => <Until tenure={seat.tenure} /> },
    withTerms ? { key: 'term', title: t('mayor-term'), cell: (seat) => <Terms seat={seat} /> } : undefined,
    {
      key: 'sources',
      title: t('sources'),
      cell: (seat) => (
        <>
          {seat.remark && <p class="quiet">{seat.remark[language]}</p>}
          {seat.inferred && <p class="quiet">{t('inferred')}</p>}
          <SourceList sources={seat.sources} href={href} />
        </>
      ),
    },
  ];
  return all.filter((column) => column !== undefined);
}

function Terms({ seat }: { seat: ShownSeat }) {
  return (
    <>
      {seat.terms.map((term, index) => (
        <span key={index}>
          <Since tenure={term} /> – <Until tenure={term} />
        </span>
      ))}
    </>
  );
}
