import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { isLanguage, type Language } from '../../../../kernel/language.ts';
import { cityName, findCity, mainLanguage } from '../../../city-registry/index.ts';
import { decideScreening, screenCity } from '../../actions/screen-city.ts';
import { whyNotApprove, whyNotKeepWindows } from '../../permissions.ts';
import { mayDonorFund } from '../../rules/donor.ts';
import { donorsOf } from '../../store/donors.ts';
import { eligibilityOf } from '../../store/eligibility.ts';
import { findKeptWindow } from '../../store/kept-windows.ts';
import { listRegions } from '../../store/lists.ts';
import { listScreeningsOf } from '../../store/screenings.ts';
import { refusalLetter } from '../refusal-letter.ts';
import { ScreenedCityPage } from './screened-city-page.tsx';
import { idAsked, pathOf } from './step.tsx';

const screeningAnswers = z.object({
  outcome: choice(['eligible', 'not-eligible']),
  reason: optionalText(2000),
});

export async function showScreenedCity(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendScreening(visit: Visit): Promise<Response> {
  const [windowId, cityId] = [idAsked(visit), idAsked(visit, 'city')];
  return await submitForm(visit, {
    schema: screeningAnswers,
    act: async (said, once) => {
      await screenCity(visit.world, visit.actor, { windowId, cityId, ...said }, once);
      return pathOf(windowId, `/cities/${cityId}`);
    },
    again: (state) => page(visit, state),
  });
}

/** The second person's word on an override. */
export function screeningDecision(agrees: boolean) {
  return async (visit: Visit): Promise<Response> => {
    const [windowId, cityId] = [idAsked(visit), idAsked(visit, 'city')];
    const screeningId = idAsked(visit, 'screening');
    return await submitForm(visit, {
      schema: z.object({}),
      act: async (_said, once) => {
        await decideScreening(visit.world, visit.actor, { screeningId, agrees }, once);
        return pathOf(windowId, `/cities/${cityId}`);
      },
      again: (state) => page(visit, state),
    });
  };
}

async function seenOf(visit: Visit) {
  const [windowId, cityId] = [idAsked(visit), idAsked(visit, 'city')];
  return await reading(visit.world, visit.actor, async (tx) => {
    const city = await findCity(tx, cityId);
    const window = await findKeptWindow(tx, windowId);
    const eligibility = await eligibilityOf(tx, windowId, cityId);
    if (!city || !window || !eligibility) throw notFound();
    const donors = (await donorsOf(tx, windowId)).map((donor) => mayDonorFund(donor, eligibility.facts));
    const regions = Object.fromEntries((await listRegions(tx)).map(({ m49, names }) => [m49, names]));
    const screenings = await listScreeningsOf(tx, windowId, cityId);
    return { city, window, eligibility, donors, regions, screenings };
  });
}

/** What the letter is written in: the asked language, else the country's own where we write it, else English. */
function letterLanguage(visit: Visit, country: string): Language {
  const asked = visit.query('letter') ?? mainLanguage(country);
  return isLanguage(asked) ? asked : 'en';
}

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { actor, language } = visit;
  const seen = await seenOf(visit);
  const { city, window, eligibility, regions } = seen;
  const spoken = letterLanguage(visit, city.country);
  const letter = refusalLetter(spoken, {
    city: cityName(spoken, city),
    window: window.name,
    findings: eligibility.findings,
    regions,
  });
  return visit.show({
    title: `${cityName(language, city)}: ${window.name[language] || window.name.en}`,
    body: (
      <ScreenedCityPage
        {...seen}
        {...{ language, form, letter, spoken }}
        href={(path) => visit.href(path)}
        mayScreen={whyNotKeepWindows(actor) === undefined}
        mayAgree={(screening) => whyNotApprove(actor, screening)}
        newKey={() => visit.world.newId()}
      />
    ),
    hasProblems: form.problems.length > 0,
  });
}
