import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { planEvent, replanEvent } from '../../actions/plan-event.ts';
import { words } from '../../messages/index.ts';
import { saidIn } from '../../rules/some-text.ts';
import { listDrafts } from '../../store/course-lists.ts';
import { findAccess, findEvent } from '../../store/events.ts';
import { frameOf, idIn } from '../frame.ts';
import { answersOf, planAnswers } from './event-answers.ts';
import { EventForm } from './event-form.tsx';

export async function showNewEvent(visit: Visit): Promise<Response> {
  return await newEventPage(visit, freshForm(visit.world));
}

export async function sendNewEvent(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: planAnswers,
    act: async (plan, once) =>
      `/workspace/training/events/${await planEvent(visit.world, visit.actor, plan, once)}`,
    again: (state) => newEventPage(visit, state),
  });
}

async function newEventPage(visit: Visit, form: FormState): Promise<Response> {
  const t = words(visit.language);
  return visit.show({
    title: t('plan-event'),
    body: (
      <EventForm
        {...frameOf(visit)}
        form={form}
        courses={await coursesToChoose(visit)}
        stored={{
          sourceLanguage: visit.language,
          languages: visit.language,
          minutes: '90',
          capacity: '40',
          waitingList: 'yes',
          closesTime: '12:00',
          timeZone: 'UTC',
          kind: 'online',
          certifies: 'nothing',
        }}
        action="/workspace/training/events"
        event={undefined}
      />
    ),
  });
}

export async function showPlan(visit: Visit): Promise<Response> {
  return await planPage(visit, freshForm(visit.world));
}

export async function sendPlan(visit: Visit): Promise<Response> {
  const eventId = idIn(visit);
  return await submitForm(visit, {
    schema: z.intersection(planAnswers, z.object({ version: version() })),
    act: async (plan, once) => {
      await replanEvent(visit.world, visit.actor, { ...plan, eventId }, once);
      return `/workspace/training/events/${eventId}`;
    },
    again: (state) => planPage(visit, state),
  });
}

async function planPage(visit: Visit, form: FormState): Promise<Response> {
  const id = idIn(visit);
  const { event, access } = await reading(visit.world, visit.actor, async (tx) => ({
    event: await findEvent(tx, id),
    access: await findAccess(tx, id),
  }));
  if (!event) throw notFound();
  const t = words(visit.language);
  return visit.show({
    title: t('change-plan'),
    body: (
      <EventForm
        {...frameOf(visit)}
        form={form}
        courses={await coursesToChoose(visit)}
        stored={answersOf(event, access?.joinAddress ?? null)}
        action={`/workspace/training/events/${id}/plan`}
        event={event}
      />
    ),
  });
}

async function coursesToChoose(visit: Visit) {
  const courses = await reading(visit.world, visit.actor, listDrafts);
  return courses.map(({ id, title, sourceLanguage }) => ({
    value: id,
    label: saidIn(title, visit.language, sourceLanguage).text,
  }));
}
