import { ButtonLink } from '../../../../design/button.tsx';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { seatsOn, sitsOn } from '../../rules/seat.ts';
import type { ShownBody } from '../../store/bodies.ts';
import { holderText } from '../public/seat-holder.tsx';
import { saySeats } from '../public/seats-said.ts';
import { Since, Until } from '../public/tenure-text.tsx';

interface WorkspaceProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly today: CalendarDate;
}

export function BodiesToKeep({
  language,
  href,
  bodies,
  today,
}: WorkspaceProps & { bodies: readonly ShownBody[] }) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('bodies')} lead={t('keep-lead')} />
      <Table
        caption={t('bodies')}
        captionHidden
        rows={bodies}
        rowKey={(body) => body.id}
        columns={[
          {
            key: 'body',
            title: t('body'),
            rowHeader: true,
            cell: (body) => (
              <a href={href(`/workspace/governance/bodies/${body.slug}`)}>{body.name[language]}</a>
            ),
          },
          { key: 'family', title: t('belongs-to'), cell: (body) => t(`belongs-${body.belongsTo}`) },
          {
            key: 'seats',
            title: t('seats-now'),
            figure: true,
            cell: (body) => {
              const { held, likely } = seatsOn(body.seats, today, body.termMonths);
              return saySeats(language, held.length, likely.length);
            },
          },
        ]}
      />
    </>
  );
}

interface BodyToKeepProps extends WorkspaceProps {
  readonly body: ShownBody;
  readonly mayChange: boolean;
}

/** One body: its seats, those whose end is not known first, for they want looking after. */
export function BodyToKeep({ language, href, body, today, mayChange }: BodyToKeepProps) {
  const t = words(language);
  const order = { likely: 0, yes: 1, no: 2 } as const;
  const seats = body.seats.toSorted(
    (a, b) =>
      order[sitsOn(a.tenure, today, body.termMonths)] - order[sitsOn(b.tenure, today, body.termMonths)],
  );
  const path = `/workspace/governance/bodies/${body.slug}`;
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/governance/bodies'), label: t('bodies') }]} />
      <PageHead
        kind={t(`belongs-${body.belongsTo}`)}
        title={body.name[language]}
        lead={<a href={href(`/bodies/${body.slug}`)}>{t('public-page')}</a>}
        next={
          mayChange && (
            <ButtonLink look="main" href={href(`${path}/seats/new`)}>
              {t('add-seat')}
            </ButtonLink>
          )
        }
      />
      <Table
        caption={t('seats')}
        captionHidden
        rows={seats}
        rowKey={(seat) => seat.id}
        columns={[
          {
            key: 'holder',
            title: t('holder'),
            rowHeader: true,
            cell: (seat) => (
              <a href={href(`/workspace/governance/seats/${seat.id}`)}>
                <bdi>{holderText(language, seat)}</bdi>
              </a>
            ),
          },
          { key: 'role', title: t('role'), cell: (seat) => t(`role-${seat.role}`) },
          { key: 'from', title: t('since'), cell: (seat) => <Since tenure={seat.tenure} /> },
          { key: 'to', title: t('until'), cell: (seat) => <Until tenure={seat.tenure} /> },
          {
            key: 'held',
            title: t('sits'),
            cell: (seat) => t(`sits-${sitsOn(seat.tenure, today, body.termMonths)}`),
          },
        ]}
      />
    </>
  );
}
