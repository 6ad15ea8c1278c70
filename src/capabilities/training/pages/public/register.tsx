import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { choice, email, optionalId, optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { askForPlace } from '../../actions/ask-place.ts';
import { words } from '../../messages/index.ts';
import { takesRegistrations } from '../../rules/event.ts';
import { saidIn } from '../../rules/some-text.ts';
import { findEvent } from '../../store/events.ts';
import { eventFacts } from '../event-facts.tsx';
import { cityChoice, frameOf, idIn, personal, zoneChoices } from '../frame.ts';
import { PersonFields } from '../person-fields.tsx';

const answers = z.object({
  name: text(200),
  email: email(),
  city: optionalId(),
  language: choice(languages),
  timeZone: text(64),
  accessNeeds: optionalText(600),
});

export async function showRegister(visit: Visit): Promise<Response> {
  return await registerPage(visit, freshForm(visit.world));
}

export async function searchRegisterCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  return await registerPage(visit, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

export async function sendRegister(visit: Visit): Promise<Response> {
  const eventId = idIn(visit);
  return await submitForm(visit, {
    schema: answers,
    act: async ({ city, ...who }, once) => {
      const asked = { ...who, eventId, cityId: city };
      await askForPlace(visit.world, visit.actor, asked, networkOf(visit.request), once);
      return `/training/events/${eventId}/registration/received`;
    },
    again: (state) => registerPage(visit, state),
  });
}

/** Looks nothing up, so it tells nothing of who is registered. */
export function showRegisterReceived(visit: Visit): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('letter-sent'),
    body: (
      <Confirmation title={t('letter-sent')}>
        <ol>
          <li>{t('letter-sent-open')}</li>
          <li>{t('letter-sent-place')}</li>
          <li>{t('letter-sent-late')}</li>
        </ol>
      </Confirmation>
    ),
  });
}

async function registerPage(visit: Visit, form: FormState, typed?: string): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const event = await findEvent(world.publicDb, idIn(visit));
  if (!event) throw notFound();
  const base = `/training/events/${event.id}`;
  const cities = await cityChoice(world.publicDb, language, form.answers['city'] ?? '', typed);
  const title = saidIn(event.title, language, event.sourceLanguage).text;
  const open = takesRegistrations(event, world.now());
  return personal(
    visit.show({
      title: t('register'),
      script: true,
      body: (
        <>
          <Breadcrumb crumbs={[{ href: visit.href(base), label: title }]} />
          <PageHead kind={title} title={t('register')} facts={eventFacts(language, event)} />
          {!open && <Notice tone="stopped">{t('registration-closed')}</Notice>}
          {open && event.placesTaken >= event.capacity && <Notice tone="signal">{t('full-lead')}</Notice>}
          {open && (
            <Form
              action={visit.href(`${base}/registration`)}
              problems={form.problems}
              answers={form.answers}
              idempotencyKey={form.idempotencyKey}
            >
              <PersonFields
                {...frameOf(visit)}
                {...cities}
                searchAction={visit.href(`${base}/registration/city-search`)}
                name={actor.name}
              />
              <SelectField
                name="timeZone"
                label={t('time-zone')}
                hint={t('time-zone-hint')}
                choices={zoneChoices()}
                initial={event.timeZone}
                none={false}
              />
              <TextareaField
                name="accessNeeds"
                label={t('access-needs')}
                hint={t('access-needs-hint')}
                rows={3}
                optional
              />
              <p class="quiet">{t('privacy-registration')}</p>
              <SubmitButton>{t('send-me-link')}</SubmitButton>
            </Form>
          )}
        </>
      ),
    }),
  );
}
