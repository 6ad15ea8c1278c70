import { EmptyState } from '../../../design/empty-state.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Table } from '../../../design/table.tsx';
import { reading } from '../../../platform/database/atomically.ts';
import { get, type Route, type Visit } from '../../../platform/http/route.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { type KeptMail, listMail } from '../../../platform/mail/sent-mail.ts';
import { holders } from '../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';

/** What left the platform, or in a trial would have. */
export const mailRoutes: readonly Route[] = [
  get('/workspace/mail', holders('administrator'), async (visit) => {
    const mails = await reading(visit.world, visit.actor, (tx) => listMail(tx, 50));
    const title = words(visit.language)('mail.title');
    return visit.show({ title, body: <MailPage visit={visit} mails={mails} /> });
  }),
];

function MailPage({ visit, mails }: { visit: Visit; mails: readonly KeptMail[] }) {
  const t = words(visit.language);
  const kept = visit.world.config.mailUrl === null;
  return (
    <>
      <PageHead title={t('mail.title')} lead={t(kept ? 'mail.lead-trial' : 'mail.lead-live')} />
      <Table
        caption={t('mail.title')}
        rows={mails}
        rowKey={(mail) => mail.id}
        columns={[
          {
            key: 'when',
            title: t('mail.when'),
            cell: (mail) => formatInstant(visit.language, mail.createdAt),
          },
          { key: 'to', title: t('mail.to'), cell: (mail) => <bdi>{mail.to}</bdi> },
          {
            key: 'subject',
            title: t('mail.subject'),
            rowHeader: true,
            cell: (mail) => <MailText mail={mail} label={t('mail.text')} />,
          },
          { key: 'state', title: t('mail.state'), cell: (mail) => stateOf(visit, mail, kept) },
        ]}
        empty={<EmptyState title={t('mail.none')}>{t('mail.none-why')}</EmptyState>}
      />
    </>
  );
}

function MailText({ mail, label }: { mail: KeptMail; label: string }) {
  return (
    <details>
      <summary>
        <bdi>{mail.subject}</bdi>
      </summary>
      <pre dir="auto" tabIndex={0} aria-label={label}>
        {mail.body}
      </pre>
    </details>
  );
}

function stateOf(visit: Visit, mail: KeptMail, kept: boolean): string {
  const t = words(visit.language);
  if (mail.sentAt) return t('mail.sent', { at: formatInstant(visit.language, mail.sentAt) });
  if (mail.lastError) return t('mail.failed', { attempts: mail.attempts, error: mail.lastError });
  return t(kept ? 'mail.kept' : 'mail.waiting');
}
