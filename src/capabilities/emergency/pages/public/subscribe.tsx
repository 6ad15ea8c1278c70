import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { choice, email } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { askForUpdates, readSubscription, settleSubscription } from '../../actions/subscribe.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { findRecord } from '../../store/record.ts';
import { pageLanguageChoices } from '../choices.ts';
import { publicRecord } from '../frame.ts';

const wish = z.object({ email: email(), language: choice(languages) });

export async function showWish(visit: Visit): Promise<Response> {
  return await wishPage(visit, freshForm(visit.world));
}

export async function sendWish(visit: Visit): Promise<Response> {
  const record = await publicRecord(visit);
  return await submitForm(visit, {
    schema: wish,
    act: async (said, once) => {
      const { title } = wordingFor(record.wordings, said.language);
      const wanted = { responseId: record.id, title, address: said.email, language: said.language };
      await askForUpdates(visit.world, wanted, networkOf(visit.request), once);
      return `/emergencies/${record.slug}/updates/sent`;
    },
    again: (state) => wishPage(visit, state),
  });
}

async function wishPage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const record = await publicRecord(visit);
  const t = words(language);
  const at = visit.href(`/emergencies/${record.slug}`);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: at, label: wordingFor(record.wordings, language).title }]} />
      <PageHead title={t('subscribe')} lead={t('subscribe-lead')} />
      <Form
        action={`${at}/updates`}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <TextField name="email" label={t('your-email')} type="email" autocomplete="email" />
        <SelectField
          name="language"
          label={t('update-language')}
          choices={pageLanguageChoices(language)}
          initial={language}
          none={false}
        />
        <p class="quiet">{t('subscribe-privacy')}</p>
        <SubmitButton>{t('subscribe-send')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('subscribe'), body });
}

export async function showWishSent(visit: Visit): Promise<Response> {
  const record = await publicRecord(visit);
  const t = words(visit.language);
  const body = (
    <Confirmation title={t('wish-sent')}>
      <p>{t('wish-sent-next')}</p>
      <p>
        <a href={visit.href(`/emergencies/${record.slug}`)}>{t('back-to-page')}</a>
      </p>
    </Confirmation>
  );
  return visit.show({ title: t('wish-sent'), body });
}

/** What the mailed link opens: a button to begin, later a button to end. */
export async function showSubscription(visit: Visit): Promise<Response> {
  return await subscriptionPage(visit, freshForm(visit.world));
}

export async function sendSubscription(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ wanted: choice(['confirm', 'end']) }),
    act: async ({ wanted }, once) => {
      await settleSubscription(visit.world, visit.param('token'), wanted, once);
      return `/emergencies/updates/${visit.param('token')}${wanted === 'end' ? '?ended=1' : ''}`;
    },
    again: (state) => subscriptionPage(visit, state),
  });
}

async function subscriptionPage(visit: Visit, form: FormState): Promise<Response> {
  const t = words(visit.language);
  const known = await readSubscription(visit.world, visit.param('token'));
  const ended = !known && visit.query('ended') !== undefined;
  if (!known && !ended) throw notFound();
  const record = known && (await findRecord(visit.world.publicDb, { id: known.responseId }));
  const name = record ? wordingFor(record.wordings, visit.language).title : '';
  const title = t(ended ? 'updates-ended' : known?.isConfirmed ? 'updates-on' : 'updates-confirm');
  const wanted = known?.isConfirmed ? 'end' : 'confirm';
  const body = (
    <>
      <PageHead title={title} lead={<bdi>{name}</bdi>} />
      {ended ? (
        <p>{t('updates-ended-next')}</p>
      ) : (
        <Form
          action={visit.href(`/emergencies/updates/${visit.param('token')}`)}
          problems={form.problems}
          idempotencyKey={form.idempotencyKey}
        >
          <p>{t(known?.isConfirmed ? 'updates-on-next' : 'updates-confirm-next')}</p>
          <SubmitButton name="wanted" value={wanted} look={wanted === 'end' ? 'plain' : 'main'}>
            {t(wanted === 'end' ? 'updates-stop' : 'updates-start')}
          </SubmitButton>
        </Form>
      )}
      {record && (
        <p>
          <a href={visit.href(`/emergencies/${record.slug}`)}>{t('back-to-page')}</a>
        </p>
      )}
    </>
  );
  const response = visit.show({ title, body });
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('x-robots-tag', 'noindex');
  return response;
}
