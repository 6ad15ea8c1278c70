import { z } from 'zod';
import { notFound } from '../../../kernel/refusal.ts';
import { invitationText } from '../../../platform/calendar/invitation.ts';
import { text } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { attendWithCode } from '../actions/attend.ts';
import { giveEventFeedback } from '../actions/give-feedback.ts';
import { fromSeat } from '../actions/seat.ts';
import { cancelPlace, confirmPlace } from '../actions/take-place.ts';
import { saidIn } from '../rules/some-text.ts';
import { listHeld } from '../store/certificates.ts';
import { findEvent } from '../store/events.ts';
import { joinAddressOf } from '../store/links.ts';
import { findRegistration, placeInQueue } from '../store/registrations.ts';
import { feedbackAnswers } from './feedback-form.tsx';
import { frameOf, personal } from './frame.ts';
import { RegistrationPage, type RegistrationPageProps } from './registration-page.tsx';
import { seatAt } from './seat-of.ts';

type Sent = RegistrationPageProps['sent'];

export async function showRegistration(visit: Visit): Promise<Response> {
  return await registrationPage(visit, freshForm(visit.world), undefined);
}

/** Each button of the page: does its act and comes back. */
function sends<Schema extends z.ZodType>(
  schema: Schema,
  sent: Sent,
  act: (visit: Visit, said: z.infer<Schema>, once: Parameters<typeof confirmPlace>[2]) => Promise<void>,
) {
  return async (visit: Visit): Promise<Response> =>
    personal(
      await submitForm(visit, {
        schema,
        act: async (said, once) => {
          await act(visit, said, once);
          return seatAt(visit, 'registration').base;
        },
        again: (state) => registrationPage(visit, state, sent),
      }),
    );
}

const seat = (visit: Visit) => seatAt(visit, 'registration').seat;

export const sendPlaceConfirmation = sends(z.object({}), 'confirmation', (visit, _, once) =>
  confirmPlace(visit.world, seat(visit), once),
);
export const sendPlaceCancellation = sends(z.object({}), 'cancellation', (visit, _, once) =>
  cancelPlace(visit.world, seat(visit), once),
);
export const sendCode = sends(z.object({ code: text(20) }), 'code', (visit, { code }, once) =>
  attendWithCode(visit.world, seat(visit), code, once),
);
export const sendEventFeedback = sends(feedbackAnswers, 'feedback', (visit, said, once) =>
  giveEventFeedback(visit.world, seat(visit), said, once),
);

async function readRegistration(visit: Visit) {
  return await fromSeat(visit.world, seat(visit), 'registration', async (tx, id) => {
    const registration = await findRegistration(tx, id);
    const event = registration && (await findEvent(tx, registration.eventId));
    if (!registration || !event) throw notFound();
    const [certificate] = await listHeld(tx, { registrationId: id });
    return {
      registration,
      event,
      certificate,
      joinAddress: await joinAddressOf(tx, event.id),
      before: await placeInQueue(tx, id),
    };
  });
}

async function registrationPage(visit: Visit, form: FormState, sent: Sent): Promise<Response> {
  const { language, world } = visit;
  const { base, byLink } = seatAt(visit, 'registration');
  const seen = await readRegistration(visit);
  return personal(
    visit.show({
      title: saidIn(seen.event.title, language, seen.event.sourceLanguage).text,
      body: (
        <RegistrationPage {...frameOf(visit)} {...seen} {...{ base, byLink, form, sent }} now={world.now()} />
      ),
    }),
  );
}

/** For a calendar that missed the letter. */
export async function sendCalendar(visit: Visit): Promise<Response> {
  const { event, registration, joinAddress } = await readRegistration(visit);
  if (registration.stage !== 'registered') throw notFound();
  const text = invitationText({
    session: {
      ...event,
      place: joinAddress ?? event.place,
      agenda: saidIn(event.about, visit.language, event.sourceLanguage).text,
    },
    title: saidIn(event.title, visit.language, event.sourceLanguage).text,
    guests: [registration],
    method: event.stage === 'cancelled' ? 'CANCEL' : 'REQUEST',
    host: new URL(visit.world.config.publicUrl).hostname,
    now: visit.world.now(),
  });
  return personal(
    new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="training.ics"',
      },
    }),
  );
}
