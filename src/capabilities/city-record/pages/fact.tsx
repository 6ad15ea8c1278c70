import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import type { City } from '../../city-registry/index.ts';
import { factLabel } from '../actions/fact-label.ts';
import { keepFile } from '../actions/keep-file.ts';
import { sayFact } from '../actions/say-fact.ts';
import { whyNotSay } from '../permissions.ts';
import { factAsAnswers } from '../rules/fact-as-answers.ts';
import { hasItem } from '../rules/fact-kinds.ts';
import { itemFrom } from '../rules/fact-name.ts';
import type { FactValues, KeptFile } from '../rules/fact.ts';
import { timeZonesFor } from '../../../kernel/time-zone.ts';
import { listKnownOffices } from '../store/known-offices.ts';
import { findStanding, type Standing } from '../store/statements.ts';
import { factAnswers } from './fact-answers.ts';
import { FactForm } from './fact-form.tsx';
import { firstAnswers, languagesOfCountry } from './first-answers.ts';
import { atCity, baseOf, factOfPath, speaksAsCity } from './place.ts';

export async function showFact(visit: Visit): Promise<Response> {
  return await factForm(visit, freshForm(visit.world));
}

export async function sendFact(visit: Visit): Promise<Response> {
  const { kind, item: named } = factOfPath(visit);
  const seen = await atCity(visit, async (tx, { id }) => ({
    standing: await findStanding(tx, { cityId: id, kind: kind.key, item: named }),
  }));
  const { city, standing } = seen;
  refuseIf(whyNotSay(visit.actor, city.id), 404);
  const asCity = speaksAsCity(visit, city.id);
  const kept = fileOf(standing);
  return await submitForm(visit, {
    schema: factAnswers(kind, named, {
      today: dayInUtc(visit.world.now()),
      cityPopulation: city.population,
      file: kept,
      asCity,
    }),
    act: async ({ said, item: chosen, audience, basis, version }, once, files) => {
      const value = kind.key === 'document' ? await withFile(visit, said.value, files, kept) : said.value;
      const item =
        named || chosen || (kind.items === 'named' ? itemFrom(String(Object.values(value)[0])) : '');
      const seenVersion = item === named ? version : await versionOfNew(visit, city, kind.key, item);
      const saying = {
        ...said,
        value,
        cityId: city.id,
        kind: kind.key,
        item,
        audience,
        basis,
        version: seenVersion,
      };
      await sayFact(visit.world, visit.actor, saying, once);
      return `${baseOf(visit, city.id)}?done=saved`;
    },
    again: (state) => factForm(visit, state),
  });
}

/** Of a name or topic that is told for the first time: 0, or the number of its withdrawal. */
async function versionOfNew(
  visit: Visit,
  { id }: City,
  kind: Standing['kind'],
  item: string,
): Promise<number> {
  const { standing } = await atCity(visit, async (tx) => ({
    standing: await findStanding(tx, { cityId: id, kind, item }),
  }));
  if (standing?.value)
    throw Object.assign(new Refusal(because('city-record:exists-already')), {
      field: kind === 'need' || kind === 'capacity' ? 'topic' : (Object.keys(standing.value)[0] ?? ''),
    });
  return standing?.version ?? 0;
}

async function withFile(
  visit: Visit,
  value: unknown,
  files: readonly (readonly [field: string, file: File])[],
  kept: KeptFile | null,
): Promise<FactValues['document']> {
  const [, uploaded] = files.find(([field]) => field === 'file') ?? [];
  const file = uploaded ? await keepFile(visit.world, uploaded) : kept;
  const document = { ...(value as FactValues['document']), file };
  if (!document.address && !file)
    throw Object.assign(new Refusal(because('city-record:link-or-file')), { field: 'address' });
  return document;
}

async function factForm(visit: Visit, form: FormState): Promise<Response> {
  const { kind, item } = factOfPath(visit);
  const { language, world } = visit;
  const now = world.now();
  const { city, standing, offices } = await atCity(visit, async (tx, { id }) => ({
    standing: hasItem(kind, item) ? await findStanding(tx, { cityId: id, kind: kind.key, item }) : undefined,
    offices: kind.key === 'mayor' ? await listKnownOffices(tx, id) : [],
  }));
  refuseIf(whyNotSay(visit.actor, city.id), 404);
  const first = standing?.value ? undefined : firstAnswers(kind, city, offices, now);
  return visit.show({
    title: factLabel(language, kind.key, item, standing?.value),
    hasProblems: form.problems.length > 0,
    body: (
      <FactForm
        {...{ language, city, kind, item, form }}
        href={(path) => visit.href(path)}
        base={baseOf(visit, city.id)}
        stored={standing?.value ? factAsAnswers(standing) : (first?.answers ?? {})}
        storedValue={standing?.value}
        version={standing?.version ?? 0}
        stands={standing?.value !== null && standing !== undefined}
        isGuess={first?.isGuess ?? false}
        asCity={speaksAsCity(visit, city.id)}
        today={dayInUtc(now)}
        zones={timeZonesFor(city.country)}
        nearLanguages={languagesOfCountry(city.country)}
        keptFile={fileOf(standing)?.name}
      />
    ),
  });
}

function fileOf(standing: Standing | undefined): KeptFile | null {
  const value = standing?.value;
  return value && 'file' in value ? value.file : null;
}
