import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { freshForm, type FormState, submitForm } from '../../../../platform/forms/form.ts';
import { choice, text } from '../../../../platform/forms/fields.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { listCitiesByIds } from '../../../city-registry/index.ts';
import { questionsOf } from '../../../application-forms/index.ts';
import { readingAs } from '../../actions/applicant.ts';
import { takeRole } from '../../actions/change-people.ts';
import { overviewOf } from '../../actions/overview.ts';
import { askSignOff, sendBack } from '../../actions/sign-off.ts';
import { takeUp } from '../../actions/take-up.ts';
import { words } from '../../messages/index.ts';
import { participantRoles } from '../../rules/application.ts';
import type { Answers, FormVersion } from '../../rules/others.ts';
import { CheckPage } from './check-page.tsx';
import { optionOf } from './city-choices.ts';
import { type Door, doorOf, portalDoor } from './door.ts';
import { OverviewPage } from './overview-page.tsx';
import { TakeUpPage } from './take-up-page.tsx';

export async function overviewFor(visit: Visit, door: Door) {
  return await readingAs(visit.world, door.applicant, (tx, opened) =>
    overviewOf(tx, door.applicant, opened, door.applicationId, visit.language),
  );
}

export async function showOverview(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const overview = await overviewFor(visit, door);
  const title = words(visit.language)('application-of', { city: overview.city.name });
  return visit.show({
    title,
    body: <OverviewPage visit={visit} door={door} overview={overview} />,
    script: true,
  });
}

export async function showCheck(visit: Visit): Promise<Response> {
  return await drawCheck(visit, await doorOf(visit), freshForm(visit.world));
}

async function drawCheck(visit: Visit, door: Door, form: FormState): Promise<Response> {
  const overview = await overviewFor(visit, door);
  const cities = await namedCities(visit, overview.open.form, overview.open.answers);
  const body = <CheckPage visit={visit} door={door} overview={overview} cities={cities} form={form} />;
  return visit.show({ title: words(visit.language)('read-it-through'), body });
}

/** City questions' cities, by question key, for reading. */
export async function namedCities(visit: Visit, form: FormVersion, answers: Answers) {
  const asked = questionsOf(form).flatMap(({ key }) => {
    const answer = answers[key];
    return answer?.kind === 'city' ? [{ key, cityId: answer.cityId }] : [];
  });
  const cities =
    asked.length > 0
      ? await listCitiesByIds(
          visit.world.publicDb,
          asked.map(({ cityId }) => cityId),
        )
      : [];
  return Object.fromEntries(
    asked.flatMap(({ key, cityId }) => {
      const city = cities.find(({ id }) => id === cityId);
      return city ? [[key, optionOf(city, visit.language)]] : [];
    }),
  );
}

export async function sendSignatureRequest(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_input, once) => {
      await askSignOff(visit.world, visit.actor, door.applicationId, once);
      return door.base;
    },
    again: (state) => drawCheck(visit, door, state),
  });
}

export async function sendReturnToLead(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ reason: text(2000) }),
    act: async ({ reason }, once) => {
      await sendBack(visit.world, visit.actor, { applicationId: door.applicationId, reason }, once);
      return door.base;
    },
    again: (state) => drawCheck(visit, door, state),
  });
}

export async function sendRole(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ role: choice(participantRoles) }),
    act: async ({ role }, once) => {
      await takeRole(visit.world, visit.actor, { applicationId: door.applicationId, role }, once);
      return door.base;
    },
    again: async () => await showOverview(visit),
  });
}

export async function showNextStage(visit: Visit): Promise<Response> {
  return await drawNextStage(visit, portalDoor(visit), freshForm(visit.world));
}

async function drawNextStage(visit: Visit, door: Door, form: FormState): Promise<Response> {
  const overview = await overviewFor(visit, door);
  if (overview.open.application.state !== 'invited') throw notFound();
  const title = words(visit.language)('take-up');
  return visit.show({
    title,
    body: <TakeUpPage visit={visit} door={door} overview={overview} form={form} />,
  });
}

export async function sendTakeUp(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_input, once) => {
      await takeUp(visit.world, visit.actor, door.applicationId, once);
      return door.base;
    },
    again: (state) => drawNextStage(visit, door, state),
  });
}
