import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { Session } from '../../store/sessions.ts';

/** Where one is signed in, with a way to end each. */
export function OpenSessions({ visit, sessions }: { visit: Visit; sessions: readonly Session[] }) {
  const t = words(visit.language);
  const isThis = ({ id }: Session) => id === visit.actor.sessionId;
  const columns: Column<Session>[] = [
    {
      key: 'device',
      title: t('device'),
      rowHeader: true,
      cell: (session) => (
        <>
          <bdi>{session.device || t('device-unknown')}</bdi>{' '}
          {isThis(session) && <Tag tone="active">{t('this-session')}</Tag>}
        </>
      ),
    },
    { key: 'by', title: t('opened'), cell: ({ assurance }) => t(`assurance.${assurance}`) },
    { key: 'since', title: t('since'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
    { key: 'seen', title: t('last-used'), cell: ({ lastSeenAt }) => <InstantText at={lastSeenAt} /> },
    {
      key: 'end',
      title: t('session-end'),
      cell: (session) =>
        !isThis(session) && (
          <form method="post" action={visit.href(`/account/sessions/${session.id}/revocation`)}>
            <SubmitButton look="danger">
              {t('session-end')}
              <span class="unseen"> {session.device}</span>
            </SubmitButton>
          </form>
        ),
    },
  ];
  return (
    <section>
      <h2>{t('sessions')}</h2>
      <Table
        caption={t('sessions')}
        captionHidden
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
      />
      {sessions.length > 1 && (
        <form method="post" action={visit.href('/account/sessions/revocation')}>
          <SubmitButton look="danger">{t('sessions-end-others')}</SubmitButton>
        </form>
      )}
    </section>
  );
}
