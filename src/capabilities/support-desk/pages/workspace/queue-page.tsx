import { ButtonLink } from '../../../../design/button.tsx';
import { CityName } from '../../../../design/city-name.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { countryName, languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Colleague } from '../../rules/assignment.ts';
import { needsDesk } from '../../rules/stages.ts';
import type { QueuedCase } from '../../store/queue.ts';
import type { countUnattended } from '../../store/waiting.ts';
import { stageTone } from '../stage-tone.ts';
import { QueueFilters } from './queue-filters.tsx';
import { type FilterName, queuePath } from './queue-filter.ts';

export interface QueuePageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly queue: { readonly cases: readonly QueuedCase[]; readonly total: number };
  readonly colleagues: readonly Colleague[];
  readonly waiting: Awaited<ReturnType<typeof countUnattended>>;
  readonly answers: Partial<Record<FilterName, string>>;
  readonly page: number;
  readonly pageSize: number;
  readonly today: CalendarDate;
  readonly mayWork: boolean;
}

export function QueuePage(props: QueuePageProps) {
  const { language, href, queue, answers, page, pageSize } = props;
  const t = words(language);
  const last = Math.min(page * pageSize, queue.total);
  const to = (wanted: number) => href(queuePath({ ...answers, page: String(wanted) }));
  return (
    <>
      <PageHead
        title={t('desk')}
        lead={t('desk-lead')}
        next={<ButtonLink href={href('/workspace/support/response')}>{t('response')}</ButtonLink>}
      />
      {props.mayWork && <DeskLinks {...props} />}
      <QueueFilters {...props} />
      <Table
        caption={t('cases')}
        captionHidden
        rows={queue.cases}
        rowKey={({ id }) => id}
        csv={href(queuePath(answers, '/workspace/support/cases.csv'))}
        columns={columns(props)}
        empty={<EmptyState title={t('no-cases')}>{t('no-cases-why')}</EmptyState>}
      />
      <Pagination
        previousHref={page > 1 ? to(page - 1) : undefined}
        nextHref={last < queue.total ? to(page + 1) : undefined}
        position={t('from-to-of', { from: (page - 1) * pageSize + 1, to: last, total: queue.total })}
      />
    </>
  );
}

function DeskLinks({ language, href, waiting }: QueuePageProps) {
  const t = words(language);
  return (
    <>
      {waiting.mails + waiting.apart > 0 && (
        <Notice tone="signal">
          <p>
            <a href={href('/workspace/support/tray')}>{t('tray-waits', { mails: waiting.mails })}</a>
            {waiting.apart > 0 && <> · {t('apart-waits', { n: waiting.apart })}</>}
          </p>
        </Notice>
      )}
      <p>
        <a href={href('/workspace/support/tray')}>{t('tray')}</a> ·{' '}
        <a href={href('/workspace/support/templates')}>{t('templates')}</a> ·{' '}
        <a href={href('/workspace/support/skills')}>{t('skills')}</a> ·{' '}
        <a href={href('/workspace/support/hand-over')}>{t('hand-over')}</a>
      </p>
    </>
  );
}

function columns({ language, href, today }: QueuePageProps) {
  const t = words(language);
  return [
    {
      key: 'subject',
      title: t('subject'),
      rowHeader: true,
      cell: ({ id, subject, reference }: QueuedCase) => (
        <>
          <a href={href(`/workspace/support/cases/${id}`)}>
            <bdi>{subject}</bdi>
          </a>{' '}
          <bdi class="quiet">{reference}</bdi>
        </>
      ),
    },
    {
      key: 'city',
      title: t('city'),
      cell: ({ cityName, cityNames, country }: QueuedCase) =>
        cityName ? (
          <CityName
            name={cityNames[language] ?? cityName}
            country={country ? countryName(language, country) : undefined}
          />
        ) : (
          t('city-unknown')
        ),
    },
    { key: 'topic', title: t('topic'), cell: ({ topic }: QueuedCase) => t(`topic.${topic}`) },
    {
      key: 'language',
      title: t('language'),
      cell: (row: QueuedCase) => languageName(language, row.language),
    },
    {
      key: 'stage',
      title: t('stage'),
      cell: ({ stage, urgency }: QueuedCase) => (
        <>
          <Tag tone={stageTone(stage)}>{t(`stage.${stage}`)}</Tag>{' '}
          {urgency !== 'normal' && <Tag tone="signal">{t(`urgency.${urgency}`)}</Tag>}
        </>
      ),
    },
    {
      key: 'assignee',
      title: t('assignee'),
      cell: ({ assignee }: QueuedCase) => (assignee ? <bdi>{assignee}</bdi> : t('nobody')),
    },
    {
      key: 'due',
      title: t('due'),
      cell: ({ dueOn, stage, firstReplyAt }: QueuedCase) =>
        dueOn ? (
          <>
            <DateText date={dueOn} />{' '}
            {needsDesk(stage) && dueOn < today && !firstReplyAt && <Tag tone="stopped">{t('late')}</Tag>}
          </>
        ) : (
          '–'
        ),
    },
  ];
}
