import { z } from 'zod';
import type { CityOption } from '../../../design/city-picker.tsx';
import { isUuid } from '../../../kernel/id.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { optionalId, optionalText } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { countryName } from '../../../platform/languages/format.ts';
import { type City, cityName, findCity, searchCities } from '../../city-registry/index.ts';
import { addVeto, removeVeto } from '../actions/say-standing.ts';
import { words } from '../messages/index.ts';
import { whyNotSpeakFor } from '../permissions.ts';
import { listVetoes } from '../store/city-standing.ts';
import { listOrganisationChoices } from '../store/rounds.ts';
import { deskOf, frameOf, idIn, namedCities } from './desk.ts';
import { VetoesPage } from './vetoes-page.tsx';

const answers = z.object({ city: optionalId(), organisation: optionalId(), why: optionalText(600) });

export async function showVetoes(visit: Visit): Promise<Response> {
  return await vetoesPage(visit, freshForm(visit.world));
}

/** The picker's Search button: the same page with the cities found and all answers kept. */
export async function searchCityToVeto(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  const found = await searchedCities(visit, state.answers['citySearch'] ?? '');
  return await vetoesPage(visit, state, found);
}

export async function searchedCities(visit: Visit, typed: string): Promise<CityOption[]> {
  const cities = await reading(visit.world, visit.actor, (tx) =>
    searchCities(tx, { words: typed, limit: 8 }),
  );
  return cities.map((city) => asOption(visit, city));
}

export function asOption({ language }: Visit, city: City): CityOption {
  return {
    id: city.id,
    name: cityName(language, city),
    localName: city.name,
    place: countryName(language, city.country),
    population: city.population,
  };
}

export async function sendVeto(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  return await submitForm(visit, {
    schema: answers,
    act: async ({ city, organisation, why }, once) => {
      const against = { againstCity: city, againstOrganisation: city ? null : organisation };
      await addVeto(visit.world, visit.actor, { cityId, why, ...against }, once);
      return `${deskOf(visit)}/cities/${cityId}/vetoes`;
    },
    again: (state) => vetoesPage(visit, state),
  });
}

export async function sendLifting(visit: Visit): Promise<Response> {
  const [cityId, vetoId] = [idIn(visit, 'city'), idIn(visit, 'veto')];
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await removeVeto(visit.world, visit.actor, { cityId, vetoId }, once);
      return `${deskOf(visit)}/cities/${cityId}/vetoes`;
    },
    again: (state) => vetoesPage(visit, state),
  });
}

async function vetoesPage(visit: Visit, form: FormState, found?: readonly CityOption[]): Promise<Response> {
  const { language, world, actor } = visit;
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotSpeakFor(actor, cityId), 404);
  const chosenId = form.answers['city'] ?? '';
  const seen = await reading(world, actor, async (tx) => {
    const vetoes = await listVetoes(tx, cityId);
    return {
      vetoes,
      city: await findCity(tx, cityId),
      chosen: isUuid(chosenId) ? await findCity(tx, chosenId) : undefined,
      cities: await namedCities(
        visit,
        tx,
        vetoes.flatMap(({ againstCity }) => againstCity ?? []),
      ),
      organisations: await listOrganisationChoices(tx, language),
    };
  });
  const { city, chosen } = seen;
  if (!city) throw notFound();
  return visit.show({
    title: words(language)('vetoes'),
    body: (
      <VetoesPage
        {...frameOf(visit)}
        {...seen}
        city={city}
        chosen={chosen && asOption(visit, chosen)}
        found={found}
        form={form}
      />
    ),
    script: true,
  });
}
