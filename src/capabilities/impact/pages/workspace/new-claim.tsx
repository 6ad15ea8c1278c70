import { z } from 'zod';
import type { CityOption } from '../../../../design/city-picker.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { type City, cityName, findCity, searchCities } from '../../../city-registry/index.ts';
import { nameSubject } from '../../actions/name-subject.ts';
import { proposeClaim } from '../../actions/propose-claim.ts';
import { words } from '../../messages/index.ts';
import { isClaimKind } from '../../rules/claim-kinds.ts';
import { readClaim } from '../../rules/read-claim.ts';
import { saidSchema } from './said-schema.ts';
import { ChooseKindPage, NewClaimPage } from './new-claim-page.tsx';

export async function showNewClaim(visit: Visit): Promise<Response> {
  const kind = visit.query('kind') ?? '';
  if (!isClaimKind(kind)) {
    const { language } = visit;
    const body = <ChooseKindPage {...{ language }} href={(path) => visit.href(path)} />;
    return visit.show({ title: words(language)('propose-a-claim'), body });
  }
  return await newClaim(visit, freshForm(visit.world, { kind }));
}

/** The picker's Search button: the same page with the cities found and all answers kept. */
export async function searchCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.record(z.string(), z.string().optional()));
  const { language, world, actor } = visit;
  const search = (state.answers['citySearch'] ?? '').slice(0, 100);
  const cities = await reading(world, actor, (tx) => searchCities(tx, { words: search, limit: 8 }));
  return await newClaim(
    visit,
    state,
    cities.map((city) => asOption(language, city)),
  );
}

export async function sendClaim(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  const today = dayInUtc(world.now());
  return await submitForm(visit, {
    schema: saidSchema((said) => {
      const { claim, problems } = readClaim(said, today);
      return { read: claim, problems };
    }),
    act: async ({ entry, evidence }, once) => {
      const subject = await reading(world, actor, (tx) => nameSubject(tx, entry.subject));
      const claim = {
        ...entry,
        subject,
        evidence,
        record: null,
        statementIn: null,
        inferred: false,
        remark: null,
      };
      return `/workspace/impact/claims/${await proposeClaim(world, actor, claim, once)}`;
    },
    again: (state) => newClaim(visit, state),
  });
}

async function newClaim(visit: Visit, form: FormState, found?: readonly CityOption[]): Promise<Response> {
  const { language, world, actor } = visit;
  const kindSaid = form.answers['kind'] ?? '';
  const kind = isClaimKind(kindSaid) ? kindSaid : 'city-engaged';
  const cityId = form.answers['city'] ?? '';
  const city = isUuid(cityId) ? await reading(world, actor, (tx) => findCity(tx, cityId)) : undefined;
  const chosen = city && asOption(language, city);
  const duplicate = form.problems.find(({ reason }) => reason.key === 'impact:duplicate');
  const duplicateOf = duplicate?.reason.values?.['first'];
  return visit.show({
    title: words(language)(`kind.${kind}`),
    body: (
      <NewClaimPage
        {...{ language, kind, form, chosen, found }}
        duplicateOf={typeof duplicateOf === 'string' ? duplicateOf : undefined}
        href={(path) => visit.href(path)}
      />
    ),
    hasProblems: form.problems.length > 0,
    script: true,
  });
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
