import { z } from 'zod';
import { calendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { choice, optionalDate, optionalText, text } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { cityName, findCity } from '../../city-registry/index.ts';
import { addEntry } from '../actions/say-standing.ts';
import { words } from '../messages/index.ts';
import { isOfCity, whyNotSpeakFor } from '../permissions.ts';
import { topicKeys, urgencies } from '../../city-record/index.ts';
import { findProfile, listEntries, listVetoes } from '../store/city-standing.ts';
import { listExchanges } from '../store/exchanges.ts';
import { CityPage } from './city-page.tsx';
import { deskOf, frameOf, idIn, namedCities } from './desk.ts';
import { EntryForm } from './entry-form.tsx';

export async function showCity(visit: Visit): Promise<Response> {
  return await cityPage(visit, freshForm(visit.world));
}

async function cityPage(visit: Visit, form: FormState): Promise<Response> {
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotSpeakFor(visit.actor, cityId), 404);
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const exchanges = await listExchanges(tx, { cityId });
    return {
      city: await findCity(tx, cityId),
      profile: await findProfile(tx, cityId),
      entries: await listEntries(tx, cityId),
      vetoes: (await listVetoes(tx, cityId)).length,
      exchanges,
      cities: await namedCities(
        visit,
        tx,
        exchanges.flatMap(({ cityIds }) => cityIds),
      ),
    };
  });
  const { city } = seen;
  if (!city) throw notFound();
  return visit.show({
    title: `${cityName(visit.language, city)}: ${words(visit.language)('exchange')}`,
    body: <CityPage {...frameOf(visit)} {...seen} city={city} form={form} />,
  });
}

const entryAnswers = z.object({
  kind: choice(['offer', 'ask']),
  topic: choice(topicKeys),
  detail: text(600),
  to: optionalDate(),
  // Only an ask is urgent or not.
  urgency: optionalText(20).transform((said) => urgencies.find((one) => one === said) ?? 'later'),
  basis: optionalText(500),
});

export async function showNewEntry(visit: Visit): Promise<Response> {
  const kind = visit.query('kind') === 'ask' ? 'ask' : 'offer';
  return await entryForm(visit, freshForm(visit.world, { kind }));
}

export async function sendEntry(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  return await submitForm(visit, {
    schema: entryAnswers,
    act: async (said, once) => {
      await addEntry(visit.world, visit.actor, { ...said, cityId }, once);
      return `${deskOf(visit)}/cities/${cityId}`;
    },
    again: (state) => entryForm(visit, state),
  });
}

async function entryForm(visit: Visit, form: FormState): Promise<Response> {
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotSpeakFor(visit.actor, cityId), 404);
  const { city, told } = await reading(visit.world, visit.actor, async (tx) => ({
    city: await findCity(tx, cityId),
    told: await listEntries(tx, cityId),
  }));
  if (!city) throw notFound();
  const kind = form.answers['kind'] === 'ask' ? 'ask' : 'offer';
  return visit.show({
    title: words(visit.language)(`add-${kind}`),
    body: (
      <EntryForm
        {...frameOf(visit)}
        city={city}
        kind={kind}
        told={told.filter((entry) => entry.kind === kind).map(({ topic }) => topic)}
        asCity={isOfCity(visit.actor, cityId)}
        form={form}
        today={calendarDate(dayInUtc(visit.world.now()))}
      />
    ),
  });
}
