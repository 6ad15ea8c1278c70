import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { openFromTray, putAway } from '../../actions/settle-mail.ts';
import { words } from '../../messages/index.ts';
import { findRawMail, listRawMail, type RawMail } from '../../store/raw-mail.ts';
import { languageChoices } from '../choices.ts';
import { serveRawMail } from '../serve-file.ts';
import { putAwayAnswers, trayAnswers } from './case-answers.ts';
import { whyThere } from './why-there.ts';

const pageSize = 50;

/** Mails that nobody could file, and with `?show=ignored` those that were not answered. None is ever thrown away. */
export async function showTray(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const ignored = visit.query('show') === 'ignored';
  const page = Math.max(Number.parseInt(visit.query('page') ?? '1', 10) || 1, 1);
  const { mails, more } = await reading(world, actor, (tx) =>
    listRawMail(tx, ignored ? ['ignored'] : ['needs-look'], page, pageSize),
  );
  const t = words(language);
  const to = (wanted: number) =>
    visit.href(`/workspace/support/tray?${ignored ? 'show=ignored&' : ''}page=${wanted}`);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/support'), label: t('desk') }]} />
      <PageHead
        title={t(ignored ? 'tray-ignored' : 'tray')}
        lead={t(ignored ? 'tray-ignored-lead' : 'tray-lead')}
      />
      <p>
        <a href={visit.href(`/workspace/support/tray${ignored ? '' : '?show=ignored'}`)}>
          {t(ignored ? 'tray' : 'tray-ignored')}
        </a>
      </p>
      <MailsTable
        language={language}
        mails={mails}
        href={(id) => visit.href(`/workspace/support/tray/${id}`)}
      />
      <Pagination
        previousHref={page > 1 ? to(page - 1) : undefined}
        nextHref={more ? to(page + 1) : undefined}
      />
    </>
  );
  return visit.show({ title: t('tray'), body });
}

function MailsTable({
  language,
  mails,
  href,
}: {
  language: Language;
  mails: readonly RawMail[];
  href: (id: string) => string;
}) {
  const t = words(language);
  return (
    <Table
      caption={t('tray')}
      captionHidden
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'subject',
          title: t('subject'),
          rowHeader: true,
          cell: ({ id, subject }) => (
            <a href={href(id)}>
              <bdi>{subject || t('no-subject')}</bdi>
            </a>
          ),
        },
        { key: 'from', title: t('from'), cell: ({ fromAddress }) => <bdi>{fromAddress ?? '–'}</bdi> },
        { key: 'why', title: t('why'), cell: (mail) => whyThere(language, mail) },
        {
          key: 'size',
          title: t('size'),
          figure: true,
          cell: ({ size }) => t('kilobytes', { n: formatNumber(language, Math.ceil(size / 1000)) }),
        },
        { key: 'at', title: t('received-at'), cell: ({ receivedAt }) => <InstantText at={receivedAt} /> },
      ]}
      empty={<EmptyState title={t('tray-empty')}>{t('tray-empty-why')}</EmptyState>}
    />
  );
}

export async function showTrayMail(visit: Visit): Promise<Response> {
  return await mailPage(visit, freshForm(visit.world), undefined);
}

export async function sendTrayCase(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: trayAnswers,
    act: async (said, once) =>
      `/workspace/support/cases/${await openFromTray(visit.world, visit.actor, { ...said, rawMailId: known(visit) }, once)}`,
    again: (state) => mailPage(visit, state, 'case'),
  });
}

export async function sendPutAway(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: putAwayAnswers,
    act: async ({ reason }, once) => {
      await putAway(visit.world, visit.actor, { reason, rawMailId: known(visit) }, once);
      return '/workspace/support/tray';
    },
    again: (state) => mailPage(visit, state, 'away'),
  });
}

export async function sendRawMail(visit: Visit): Promise<Response> {
  const mail = await reading(visit.world, visit.actor, (tx) => findRawMail(tx, known(visit)));
  return await serveRawMail(visit.world, mail);
}

function known(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

async function mailPage(visit: Visit, form: FormState, sent: 'case' | 'away' | undefined): Promise<Response> {
  const { language, world, actor } = visit;
  const mail = await reading(world, actor, (tx) => findRawMail(tx, known(visit)));
  if (!mail) throw notFound();
  const t = words(language);
  const at = visit.href(`/workspace/support/tray/${mail.id}`);
  const open = mail.state === 'needs-look' || mail.state === 'ignored';
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/support/tray'), label: t('tray') }]} />
      <PageHead
        kind={t('mail')}
        title={<bdi>{mail.subject || t('no-subject')}</bdi>}
        facts={[
          { label: t('from'), value: <bdi>{mail.fromAddress ?? '–'}</bdi> },
          { label: t('received-at'), value: <InstantText at={mail.receivedAt} /> },
          { label: t('why'), value: whyThere(language, mail) },
        ]}
      />
      <p>
        <a href={`${at}/mail.eml`} download>
          {t('download-mail')}
        </a>{' '}
        <span class="quiet">{t('download-mail-hint')}</span>
      </p>
      {open && <OpenForms language={language} at={at} form={form} sent={sent} mail={mail} />}
    </>
  );
  return visit.show({ title: t('mail'), body });
}

function OpenForms({
  language,
  at,
  form,
  sent,
  mail,
}: {
  language: Language;
  at: string;
  form: FormState;
  sent: 'case' | 'away' | undefined;
  mail: RawMail;
}) {
  const t = words(language);
  const state = (name: 'case' | 'away') => ({
    id: name,
    aside: sent !== name,
    problems: sent === name ? form.problems : [],
    answers: sent === name ? form.answers : {},
    idempotencyKey: `${form.idempotencyKey}-${name}`,
  });
  return (
    <>
      <section>
        <h2>{t('tray-open')}</h2>
        <Form action={`${at}/case`} {...state('case')}>
          <TextField name="name" label={t('their-name')} />
          <TextField name="email" label={t('email')} type="email" initial={mail.fromAddress ?? ''} />
          <TextField name="subject" label={t('subject')} initial={mail.subject ?? ''} />
          <SelectField name="language" label={t('answer-language')} choices={languageChoices(language)} />
          <TextareaField name="body" label={t('tray-body')} />
          <SubmitButton>{t('tray-open-send')}</SubmitButton>
        </Form>
      </section>
      {mail.state === 'needs-look' && (
        <section>
          <h2>{t('put-away')}</h2>
          <Form action={`${at}/put-away`} {...state('away')}>
            <TextField name="reason" label={t('reason')} hint={t('put-away-hint')} />
            <SubmitButton look="plain">{t('put-away-send')}</SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}
