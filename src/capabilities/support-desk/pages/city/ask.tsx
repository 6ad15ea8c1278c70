import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { citiesOf } from '../../../../kernel/actor.ts';
import { because, Refusal } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { cityName, listCitiesByIds } from '../../../city-registry/index.ts';
import { roleName } from '../../../people/index.ts';
import { askCouncil } from '../../actions/ask-council.ts';
import { keepUploads } from '../../actions/keep-files.ts';
import { words } from '../../messages/index.ts';
import { topics, urgencies } from '../../rules/case.ts';
import { findMailOf } from '../../store/desk-people.ts';
import { topicChoices, urgencyChoices } from '../choices.ts';
import { Files } from '../public/ask-page.tsx';

export async function showAskAsCity(visit: Visit): Promise<Response> {
  return await askPage(visit, freshForm(visit.world));
}

/** Who asks, for which city and in what language is known: only the question is asked. */
export async function sendAskAsCity(visit: Visit): Promise<Response> {
  const known = await whatIsKnown(visit);
  return await submitForm(visit, {
    schema: z.object({
      city: choice(known.cities.map(({ value }) => value)),
      topic: choice(topics),
      subject: text(150),
      body: text(10_000),
      urgency: choice(urgencies),
    }),
    act: async ({ city: cityId, ...said }, once, files) => {
      if (!known.mail) throw new Refusal(because('support-desk:no-mail-known'));
      const asked = {
        ...said,
        cityId,
        requesterName: known.name,
        requesterEmail: known.mail.address,
        requesterRole: known.role,
        language: known.mail.language,
        attachments: await keepUploads(visit.world, files),
      };
      const reference = await askCouncil(visit.world, asked, networkOf(visit.request), once, visit.actor);
      return `/ask/received?reference=${reference}&urgency=${said.urgency}`;
    },
    again: (state) => askPage(visit, state),
  });
}

async function whatIsKnown({ language, world, actor }: Visit) {
  const ids = citiesOf(actor);
  const { cities, mail } = await reading(world, actor, async (tx) => ({
    cities: await listCitiesByIds(tx, ids),
    mail: actor.personId ? await findMailOf(tx, actor.personId) : undefined,
  }));
  const [held] = actor.roles.filter(({ cityId }) => cityId !== null);
  return {
    name: actor.name,
    role: held ? roleName(language, held.role) : '',
    mail,
    cities: cities.map((city) => ({ value: city.id, label: cityName(language, city) })),
  };
}

async function askPage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { name, role, mail, cities } = await whatIsKnown(visit);
  const [only] = cities;
  const facts = [
    { label: t('your-name'), value: <bdi>{name}</bdi> },
    { label: t('your-role'), value: role },
    ...(cities.length === 1 && only ? [{ label: t('your-city'), value: <bdi>{only.label}</bdi> }] : []),
    ...(mail
      ? [
          { label: t('your-email'), value: <bdi>{mail.address}</bdi> },
          { label: t('answer-language'), value: languageName(language, mail.language) },
        ]
      : []),
  ];
  return visit.show({
    title: t('ask'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/portal/cases'), label: t('city-cases') }]} />
        <PageHead title={t('ask')} lead={t('ask-as-city-lead')} facts={facts} />
        <Form
          action={visit.href('/portal/ask')}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          files
        >
          {cities.length === 1 && only ? (
            <input type="hidden" name="city" value={only.value} />
          ) : (
            <RadiosField name="city" label={t('your-city')} choices={cities} />
          )}
          <TextField name="subject" label={t('subject')} hint={t('subject-hint')} maxLength={150} />
          <TextareaField name="body" label={t('question')} hint={t('question-hint')} rows={8} />
          <SelectField name="topic" label={t('topic')} choices={topicChoices(language)} />
          <RadiosField
            name="urgency"
            label={t('urgency')}
            choices={urgencyChoices(language)}
            initial="normal"
          />
          <Files language={language} />
          <SubmitButton>{t('send-question')}</SubmitButton>
        </Form>
      </>
    ),
  });
}
