import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { listCitiesByIds } from '../../../city-registry/index.ts';
import { cancelEvent, closeEvent, openEvent } from '../../actions/open-event.ts';
import { cancelPlace } from '../../actions/take-place.ts';
import { saidIn } from '../../rules/some-text.ts';
import { findDraft } from '../../store/courses.ts';
import { findAccess, findEvent } from '../../store/events.ts';
import { feedbackOn } from '../../store/feedback.ts';
import { listRegistrations } from '../../store/registrations.ts';
import { frameOf, idIn, personal } from '../frame.ts';
import { EventPage } from './event-page.tsx';
import { takenOut } from './taken-out.ts';

const home = (visit: Visit) => `/workspace/training/events/${idIn(visit)}`;

export async function showEvent(visit: Visit): Promise<Response> {
  return await eventPage(visit, freshForm(visit.world), undefined);
}

export async function sendOpening(visit: Visit): Promise<Response> {
  const eventId = idIn(visit);
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_, once) => {
      const topics = await reading(visit.world, visit.actor, async (tx) => {
        const event = await findEvent(tx, eventId);
        const course = event?.courseId ? await findDraft(tx, event.courseId) : undefined;
        return course?.content.topics ?? [];
      });
      await openEvent(visit.world, visit.actor, { eventId, topics }, once);
      return home(visit);
    },
    again: (state) => eventPage(visit, state, 'act'),
  });
}

export async function sendCancellation(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ why: text(600) }),
    act: async ({ why }, once) => {
      await cancelEvent(visit.world, visit.actor, { eventId: idIn(visit), why }, once);
      return home(visit);
    },
    again: (state) => eventPage(visit, state, 'cancel'),
  });
}

export async function sendClosing(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_, once) => {
      await closeEvent(visit.world, visit.actor, { eventId: idIn(visit) }, once);
      return home(visit);
    },
    again: (state) => eventPage(visit, state, 'act'),
  });
}

/** On behalf of somebody who cannot come and wrote to us. */
export async function sendTakenOut(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_, once) => {
      await cancelPlace(visit.world, { actor: visit.actor, id: idIn(visit, 'registration') }, once);
      return home(visit);
    },
    again: (state) => eventPage(visit, state, 'act'),
  });
}

async function readEvent(visit: Visit) {
  const id = idIn(visit);
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const event = await findEvent(tx, id);
    if (!event) throw notFound();
    const registrations = await listRegistrations(tx, id);
    const cities = await listCitiesByIds(
      tx,
      registrations.flatMap(({ cityId }) => cityId ?? []),
    );
    return {
      event,
      registrations,
      cities: new Map(cities.map((city) => [city.id, city])),
      access: await findAccess(tx, id),
      feedback: await feedbackOn(tx, id),
    };
  });
  return seen;
}

async function eventPage(
  visit: Visit,
  form: FormState,
  sent: 'act' | 'cancel' | undefined,
): Promise<Response> {
  const seen = await readEvent(visit);
  return visit.show({
    title: saidIn(seen.event.title, visit.language, seen.event.sourceLanguage).text,
    body: <EventPage {...frameOf(visit)} {...seen} {...{ form, sent }} now={visit.world.now()} />,
  });
}

/** Everybody who asked for a place, for trainers only. */
export async function participantsFile(visit: Visit): Promise<Response> {
  const { registrations, cities } = await readEvent(visit);
  return personal(csvResponse('participants', takenOut(cities), registrations));
}
