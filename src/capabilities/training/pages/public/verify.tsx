import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { text, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { checkName } from '../../actions/check-name.ts';
import { refuseTooMany } from '../../actions/strangers.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { words } from '../../messages/index.ts';
import { type Certificate, readCertificateNumber } from '../../rules/certificate.ts';
import { findCertificate } from '../../store/certificates.ts';
import { duration } from '../frame.ts';

const numberAnswer = z.object({
  number: text(60).transform(
    (value, context) => readCertificateNumber(value) ?? wrong(context, 'training:not-a-certificate-number'),
  ),
});

export function showCertificates(visit: Visit): Response {
  return certificatesPage(visit, freshForm(visit.world));
}

export async function findCertificateByNumber(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: numberAnswer,
    act: async ({ number }) => `/certificates/${number}`,
    again: (state) => certificatesPage(visit, state),
  });
}

function certificatesPage(visit: Visit, form: FormState): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('check-certificate'),
    body: (
      <>
        <PageHead title={t('check-certificate')} lead={t('check-certificate-lead')} />
        <Form
          action={visit.href('/certificates')}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <TextField
            name="number"
            label={t('certificate-number')}
            hint={t('certificate-number-hint')}
            size="medium"
            spellcheck={false}
          />
          <SubmitButton>{t('check')}</SubmitButton>
        </Form>
      </>
    ),
  });
}

async function certificateIn(visit: Visit): Promise<Certificate> {
  const number = readCertificateNumber(visit.param('number'));
  const found = number && (await findCertificate(visit.world.publicDb, number));
  if (!found) throw notFound();
  return found;
}

export async function showCertificate(visit: Visit): Promise<Response> {
  return certificatePage(visit, await certificateIn(visit), freshForm(visit.world), undefined);
}

/** Whether the name on a paper is the one certified, without showing the name. */
export async function sendNameCheck(visit: Visit): Promise<Response> {
  const certificate = await certificateIn(visit);
  await refuseTooMany(visit.world, networkOf(visit.request));
  const { state, input } = await readForm(visit, z.object({ name: text(200) }));
  const outcome = input && (await checkName(visit.world, visit.actor, certificate, input.name));
  if (state.problems.length > 0) visit.refusedWith = 422;
  return certificatePage(visit, certificate, state, outcome);
}

type Outcome = Awaited<ReturnType<typeof checkName>>;

function certificatePage(
  visit: Visit,
  certificate: Certificate,
  form: FormState,
  outcome: Outcome | undefined,
): Response {
  const { language } = visit;
  const t = words(language);
  const { number, title, minutes, completedOn, issuedAt, revokedAt, revokedWhy, shownName, leaf } =
    certificate;
  return visit.show({
    title: t('certificate'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/certificates'), label: t('check-certificate') }]} />
        <PageHead kind={t('certificate')} title={<bdi>{title[language]}</bdi>} />
        {revokedAt ? (
          <Notice tone="stopped" title={t('revoked')}>
            <p>
              <DateText date={dayInUtc(revokedAt)} />: {revokedWhy}
            </p>
          </Notice>
        ) : (
          <Notice tone="done" title={t('valid')}>
            {t('valid-lead')}
          </Notice>
        )}
        <FactList
          stacked
          facts={[
            { label: t('certificate-number'), value: <bdi dir="ltr">{number}</bdi> },
            { label: t('holder'), value: shownName ? <bdi>{shownName}</bdi> : t('holder-hidden') },
            { label: t('completed-on'), value: <DateText date={completedOn} /> },
            { label: t('takes'), value: duration(language, minutes) },
            { label: t('issued-on'), value: <DateText date={dayInUtc(issuedAt)} /> },
            {
              label: t('in-public-log'),
              value: <a href={visit.href(`/log/proof/${leaf}`)}>{t('leaf-number', { leaf })}</a>,
            },
          ]}
        />
        <section id="name">
          <h2>{t('check-name')}</h2>
          <p>{t('check-name-lead')}</p>
          {outcome && (
            <Notice tone={outcome === 'same' ? 'done' : 'signal'} live title={t(`name-${outcome}`)} />
          )}
          <Form
            action={visit.href(`/certificates/${number}/name-check`)}
            problems={form.problems}
            answers={form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <TextField name="name" label={t('name-on-paper')} autocomplete="off" />
            <SubmitButton look="plain">{t('check-name-button')}</SubmitButton>
          </Form>
        </section>
        <p class="quiet">{t('offline-check')}</p>
      </>
    ),
  });
}
