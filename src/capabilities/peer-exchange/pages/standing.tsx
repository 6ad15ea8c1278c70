import { z } from 'zod';
import { isUuid } from '../../../kernel/id.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import {
  choice,
  choices,
  email,
  optionalText,
  text,
  ticked,
  version,
  wrong,
} from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { cityLanguages, factIn, factsOfCities } from '../../city-record/index.ts';
import { findCity } from '../../city-registry/index.ts';
import { sayStanding, standingAsAnswers } from '../actions/say-standing.ts';
import { words } from '../messages/index.ts';
import { isOfCity, whyNotSpeakFor } from '../permissions.ts';
import { guessTimeZone, timeZonesFor } from '../../../kernel/time-zone.ts';
import { findProfile } from '../store/city-standing.ts';
import { deskOf, frameOf, idIn } from './desk.ts';
import { StandingForm } from './standing-form.tsx';

const partnersAllowed = ['1', '2', '3', '4', '5'] as const;

const answers = z.object({
  partners: choice(partnersAllowed),
  languages: choices(cityLanguages).transform((chosen, context) =>
    chosen.length === 0 || chosen.length > 12 ? wrong(context, 'peer-exchange:choose-languages') : chosen,
  ),
  timeZone: text(64),
  contactName: text(200),
  contactEmail: email(),
  contactLanguage: choice<Language>(languages),
  paused: ticked(),
  basis: optionalText(500),
  version: version(),
});

export async function showStanding(visit: Visit): Promise<Response> {
  return await standingForm(visit, freshForm(visit.world));
}

export async function sendStanding(visit: Visit): Promise<Response> {
  const cityId = idIn(visit, 'city');
  return await submitForm(visit, {
    schema: answers,
    act: async (said, once) => {
      await sayStanding(visit.world, visit.actor, { ...said, cityId, partners: Number(said.partners) }, once);
      return `${deskOf(visit)}/cities/${cityId}`;
    },
    again: (state) => standingForm(visit, state),
  });
}

async function standingForm(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotSpeakFor(actor, cityId), 404);
  const { city, profile, facts } = await reading(world, actor, async (tx) => ({
    city: isUuid(cityId) ? await findCity(tx, cityId) : undefined,
    profile: await findProfile(tx, cityId),
    facts: await factsOfCities(tx, [cityId], ['working-languages', 'time-zone']),
  }));
  if (!city) throw notFound();
  const zone = factIn(facts, 'time-zone')?.value.zone;
  const spoken = factIn(facts, 'working-languages')?.value.languages;
  const guess = guessTimeZone(city.country, city.longitude, world.now());
  return visit.show({
    title: words(language)('standing'),
    body: (
      <StandingForm
        {...frameOf(visit)}
        city={city}
        form={form}
        stored={
          profile
            ? standingAsAnswers(profile)
            : {
                timeZone: zone ?? guess,
                languages: spoken?.join('\n') ?? '',
                contactLanguage: language,
                partners: '1',
              }
        }
        version={profile?.version ?? 0}
        isGuess={!profile && !zone}
        asCity={isOfCity(actor, cityId)}
        zones={timeZonesFor(city.country)}
      />
    ),
  });
}
