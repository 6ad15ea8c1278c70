import { z } from 'zod';
import type { CityOption } from '../../../../design/city-picker.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { type City, cityName, findCity, searchCities } from '../../../city-registry/index.ts';
import { addSeat } from '../../actions/add-seat.ts';
import { words } from '../../messages/index.ts';
import { findBody } from '../../store/bodies.ts';
import { NewSeatPage } from './new-seat-page.tsx';
import { newSeatAnswers, tenureSaid } from './seat-answers.ts';

export async function showNewSeat(visit: Visit): Promise<Response> {
  return await newSeat(visit, freshForm(visit.world));
}

/** The picker's Search button: the same page with the cities found and all answers kept. */
export async function searchCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  const { language, world, actor } = visit;
  const search = state.answers['citySearch'] ?? '';
  const cities = await reading(world, actor, (tx) => searchCities(tx, { words: search, limit: 8 }));
  return await newSeat(
    visit,
    state,
    cities.map((city) => asOption(language, city)),
  );
}

export async function addNewSeat(visit: Visit): Promise<Response> {
  const body = await bodyAsked(visit);
  return await submitForm(visit, {
    schema: newSeatAnswers,
    act: async ({ city, ...said }, once) => {
      const seat = { ...said, bodyId: body.id, cityId: city, tenure: tenureSaid(said) };
      const id = await addSeat(visit.world, visit.actor, seat, once);
      return `/workspace/governance/seats/${id}`;
    },
    again: (state) => newSeat(visit, state),
  });
}

async function newSeat(visit: Visit, form: FormState, found?: readonly CityOption[]): Promise<Response> {
  const { language, world, actor } = visit;
  const body = await bodyAsked(visit);
  const cityId = form.answers['city'] ?? '';
  const city = isUuid(cityId) ? await reading(world, actor, (tx) => findCity(tx, cityId)) : undefined;
  const chosen = city && asOption(language, city);
  return visit.show({
    title: words(language)('add-seat'),
    body: <NewSeatPage {...{ language, body, form, chosen, found }} href={(path) => visit.href(path)} />,
    script: true,
  });
}

async function bodyAsked(visit: Visit) {
  const body = await reading(visit.world, visit.actor, (tx) => findBody(tx, visit.param('slug')));
  if (!body) throw notFound();
  return body;
}

function asOption(language: Language, city: City): CityOption {
  return {
    id: city.id,
    name: cityName(language, city),
    localName: city.name,
    place: countryName(language, city.country),
    population: city.population,
  };
}
