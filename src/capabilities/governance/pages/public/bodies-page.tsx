import { PageHead } from '../../../../design/page-head.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { globalSouthShare, seatsOn } from '../../rules/seat.ts';
import type { ShownBody } from '../../store/bodies.ts';
import { BodiesChart } from './bodies-chart.tsx';
import { saySeats } from './seats-said.ts';
import { Since, Until } from './tenure-text.tsx';

interface BodiesPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly bodies: readonly ShownBody[];
  readonly today: CalendarDate;
}

export function BodiesPage({ language, href, bodies, today }: BodiesPageProps) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('bodies')} lead={t('bodies-lead')} />
      <BodiesChart bodies={bodies} language={language} today={today} />
      {(['council', 'coalition', 'partners'] as const).map((family) => (
        <section key={family}>
          <h2>{t(`belongs-${family}`)}</h2>
          <p>{t(`about-${family}`)}</p>
          <Table
            caption={t(`belongs-${family}`)}
            captionHidden
            rows={bodies.filter((body) => body.belongsTo === family)}
            rowKey={(body) => body.id}
            columns={columns(language, href, today)}
          />
        </section>
      ))}
      <p class="quiet">
        {t('south-says')} <a href={href('/bodies.csv')}>CSV</a> · <a href={href('/bodies.json')}>JSON</a>
      </p>
    </>
  );
}

function columns(
  language: Language,
  href: (path: string) => string,
  today: CalendarDate,
): Column<ShownBody>[] {
  const t = words(language);
  const sitting = (body: ShownBody) => {
    const { held, likely } = seatsOn(body.seats, today, body.termMonths);
    return { seats: [...held, ...likely], likely: likely.length };
  };
  return [
    {
      key: 'body',
      title: t('body'),
      rowHeader: true,
      cell: (body) => (
        <>
          <a href={href(`/bodies/${body.slug}`)}>{body.name[language]}</a>
          <br />
          <span class="quiet">{body.purpose[language]}</span>
        </>
      ),
    },
    {
      key: 'seats',
      title: t('seats-now'),
      cell: (body) => {
        const { seats, likely } = sitting(body);
        return seats.length === 0 ? t('not-published') : saySeats(language, seats.length - likely, likely);
      },
    },
    {
      key: 'south',
      title: t('global-south'),
      cell: (body) => {
        const share = globalSouthShare(sitting(body).seats);
        return share.whole === 0 ? '–' : t('share', { ...share });
      },
    },
    {
      key: 'since',
      title: t('since'),
      cell: (body) => (
        <>
          <Since tenure={body.tenure} />
          {body.tenure.to && (
            <>
              {' – '}
              <Until tenure={body.tenure} />
            </>
          )}
        </>
      ),
    },
  ];
}
