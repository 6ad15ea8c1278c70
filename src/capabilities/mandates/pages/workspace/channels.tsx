import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { because, notFound, Refusal } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, date, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { recordChannel, retireChannel } from '../../actions/keep-channels.ts';
import { words } from '../../messages/index.ts';
import { channelKinds } from '../../rules/channel.ts';
import { findChannel } from '../../store/channels.ts';
import { listRequestsFor } from '../../store/requests.ts';
import { reasonAnswers } from '../answers.ts';
import { cityOf } from '../city/city-of.ts';
import { personal } from '../personal.ts';

const channelAnswers = z.object({
  kind: choice(channelKinds),
  reach: text(300),
  source: text(300),
  knownSince: date(),
});

export async function showNewChannel(visit: Visit): Promise<Response> {
  return await newPage(visit, freshForm(visit.world));
}

export async function sendNewChannel(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  return await submitForm(visit, {
    schema: channelAnswers,
    act: async (said, once) => {
      const cityId = visit.param('id');
      if (said.knownSince > dayInUtc(world.now()))
        throw Object.assign(new Refusal(because('mandates:not-known-yet')), { field: 'knownSince' });
      await recordChannel(world, actor, { ...said, cityId }, once);
      return `/workspace/mandates/cities/${cityId}`;
    },
    again: (state) => newPage(visit, state),
  });
}

async function newPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const { city, waiting } = await reading(world, actor, async (tx) => {
    const found = await cityOf(tx, visit);
    return { city: found, waiting: await listRequestsFor(tx, found.id, 'open') };
  });
  const t = words(language);
  const path = visit.href(`/workspace/mandates/cities/${city.id}`);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: path, label: city.shown }]} />
      <PageHead title={t('record-channel')} lead={t('record-channel-lead')} />
      {waiting.length > 0 && <Notice tone="signal">{t('channel-too-late')}</Notice>}
      <Form action={`${path}/channels`} {...form}>
        <SelectField
          name="kind"
          label={t('channel-kind')}
          choices={channelKinds.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <TextField name="reach" label={t('reach')} hint={t('reach-hint')} />
        <TextField name="source" label={t('source')} hint={t('source-hint')} />
        <DateField name="knownSince" label={t('known-since')} max={dayInUtc(world.now())} />
        <SubmitButton>{t('record-channel')}</SubmitButton>
      </Form>
    </>
  );
  return personal(visit.show({ title: t('record-channel'), body }));
}

export async function showRetirement(visit: Visit): Promise<Response> {
  return await retirementPage(visit, freshForm(visit.world));
}

export async function sendRetirement(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: reasonAnswers,
    act: async ({ why }, once) => {
      const channelId = visit.param('id');
      const cityId = await retireChannel(visit.world, visit.actor, { channelId, why }, once);
      return `/workspace/mandates/cities/${cityId}`;
    },
    again: (state) => retirementPage(visit, state),
  });
}

async function retirementPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const id = visit.param('id');
  const channel = isUuid(id) ? await reading(world, actor, (tx) => findChannel(tx, id)) : undefined;
  if (!channel || channel.retiredAt) throw notFound();
  const t = words(language);
  const body = (
    <>
      <Breadcrumb
        crumbs={[{ href: visit.href(`/workspace/mandates/cities/${channel.cityId}`), label: t('channels') }]}
      />
      <PageHead
        kind={t(`channel.${channel.kind}`)}
        title={<bdi>{channel.reach}</bdi>}
        lead={t('retire-lead')}
      />
      <Form action={visit.href(`/workspace/mandates/channels/${id}/retirement`)} {...form}>
        <TextareaField name="why" label={t('retire-why')} rows={3} />
        <SubmitButton look="danger">{t('retire-channel')}</SubmitButton>
      </Form>
    </>
  );
  return personal(visit.show({ title: t('retire-channel'), body }));
}
