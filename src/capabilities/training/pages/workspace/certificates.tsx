import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { revokeCertificate } from '../../actions/certificate-acts.ts';
import { words } from '../../messages/index.ts';
import { listHeld } from '../../store/certificates.ts';
import { idIn } from '../frame.ts';

const base = '/workspace/training/certificates';

/** What was issued, to be found by number or name. */
export async function showCertificates(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const said = visit.query('words')?.slice(0, 100);
  const rows = await reading(world, actor, (tx) => listHeld(tx, said ? { words: said } : {}));
  return visit.show({
    title: t('certificates'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/training'), label: t('training') }]} />
        <PageHead title={t('certificates')} lead={t('certificates-lead')} />
        <FilterBar
          action={visit.href(base)}
          answers={{ words: said }}
          clearHref={visit.href(base)}
          applied={said ? [{ label: t('name-or-number'), value: said, removeHref: visit.href(base) }] : []}
          result={t('n-certificates', { n: rows.length })}
        >
          <TextField name="words" label={t('name-or-number')} type="search" size="medium" optional />
        </FilterBar>
        <Table
          caption={t('certificates')}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('no-certificates')}>{t('no-certificates-why')}</EmptyState>}
          columns={[
            {
              key: 'number',
              title: t('certificate-number'),
              rowHeader: true,
              cell: ({ number }) => (
                <a href={visit.href(`/certificates/${number}`)}>
                  <bdi dir="ltr">{number}</bdi>
                </a>
              ),
            },
            { key: 'holder', title: t('holder'), cell: ({ holder }) => <bdi>{holder.name}</bdi> },
            { key: 'title', title: t('for-what'), cell: ({ title }) => <bdi>{title[language]}</bdi> },
            {
              key: 'issued',
              title: t('issued-on'),
              cell: ({ issuedAt }) => <DateText date={dayInUtc(issuedAt)} />,
            },
            {
              key: 'stage',
              title: t('stage'),
              cell: ({ id, revokedAt }) =>
                revokedAt ? (
                  <Tag tone="stopped">{t('revoked')}</Tag>
                ) : (
                  <>
                    <Tag tone="done">{t('valid')}</Tag>{' '}
                    <a href={visit.href(`${base}/${id}/revocation`)}>{t('revoke')}</a>
                  </>
                ),
            },
          ]}
        />
      </>
    ),
  });
}

export async function showRevocation(visit: Visit): Promise<Response> {
  return await revocationPage(visit, freshForm(visit.world));
}

export async function sendRevocation(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ why: text(600) }),
    act: async ({ why }, once) => {
      await revokeCertificate(visit.world, visit.actor, { certificateId: idIn(visit), why }, once);
      return base;
    },
    again: (state) => revocationPage(visit, state),
  });
}

async function revocationPage(visit: Visit, form: FormState): Promise<Response> {
  const t = words(visit.language);
  const id = idIn(visit);
  const [held] = await reading(visit.world, visit.actor, (tx) => listHeld(tx, { id }));
  if (!held) throw notFound();
  return visit.show({
    title: t('revoke'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href(base), label: t('certificates') }]} />
        <PageHead
          kind={held.holder.name}
          title={t('revoke-title', { number: held.number })}
          lead={t('revoke-lead')}
        />
        <Form
          action={visit.href(`${base}/${id}/revocation`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <TextareaField name="why" label={t('why-revoke')} hint={t('why-revoke-hint')} rows={3} />
          <SubmitButton look="danger">{t('revoke')}</SubmitButton>
        </Form>
      </>
    ),
  });
}
