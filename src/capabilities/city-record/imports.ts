import { z } from 'zod';
import { dayInUtc } from '../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../kernel/id.ts';
import { because, type Problem, refuseIf } from '../../kernel/refusal.ts';
import { optionalText, text, wholeNumber } from '../../platform/forms/fields.ts';
import { importKind } from '../../platform/imports/kind.ts';
import { listCitiesByIds } from '../city-registry/index.ts';
import { addFromFile, takeBackFromFile } from './actions/bring-in.ts';
import { whyNotWriteForCities } from './permissions.ts';
import { audiencesForStaff } from './rules/audience.ts';
import { answersFromText } from './rules/fact-as-answers.ts';
import { itemFrom, mayBeNew, readFactName } from './rules/fact-name.ts';
import type { FactPlace, FactRow } from './rules/fact-row.ts';
import { readFact } from './rules/read-fact.ts';
import { listFactsForFile } from './store/facts-for-file.ts';
import { findStanding } from './store/statements.ts';

const columnOf: Readonly<Record<string, string>> = {
  source: 'source',
  asOf: 'date',
  sourceAddress: 'source_address',
};

/** A line of the file: which city's which fact, and what is said of it. */
const row = z
  .object({
    geonames_id: wholeNumber(1),
    fact: text(160),
    value: text(2_000),
    source: text(300),
    source_address: optionalText(2_000),
    date: optionalText(10),
    audience: optionalText(20),
  })
  .transform((line, context): FactRow => {
    const wrong = ({ field, reason }: Problem) =>
      context.addIssue({ code: 'custom', path: [field], message: reason.key, params: reason.values ?? {} });
    const named = readFactName(line.fact.toLowerCase());
    if (!named || named.kind.key === 'contact-point' || (mayBeNew(named.kind) && !isNamed(named))) {
      wrong({
        field: 'fact',
        reason: because('city-record:import-unknown-fact', { fact: line.fact.slice(0, 60) }),
      });
      return z.NEVER;
    }
    const { kind } = named;
    const audience = line.audience && audiencesForStaff.find((one) => one === line.audience?.toLowerCase());
    if (line.audience && !audience) wrong({ field: 'audience', reason: because('platform:choose-one') });
    const answers = {
      ...answersFromText(kind, line.value),
      source: line.source,
      sourceAddress: line.source_address ?? '',
      asOf: kind.asOf === 'never' ? '' : (line.date ?? ''),
    };
    const read = readFact(kind, answers, { today: dayInUtc(new Date()), cityPopulation: 0, file: null });
    if ('problems' in read) {
      for (const { field, reason } of read.problems) wrong({ field: columnOf[field] ?? 'value', reason });
      return z.NEVER;
    }
    const item =
      named.item || (kind.items === 'named' ? itemFrom(String(Object.values(read.said.value)[0])) : '');
    const place = { cityId: cityIdFromGeonames(line.geonames_id), kind: kind.key, item };
    return { ...place, ...read.said, audience: audience || undefined };
  });

/** Topics must be named; of a network or document the name in the value will do. */
function isNamed({ kind, item }: NonNullable<ReturnType<typeof readFactName>>): boolean {
  return item !== '' || kind.items === 'named';
}

const column = (
  name: string,
  needed: boolean,
  aliases: readonly string[],
  says: Parameters<typeof because>[0],
) => ({
  name,
  needed,
  aliases,
  says: because(says),
});

/** What staff hold of cities in a file, each line with its source; a city's own word is never written over. */
export const factImport = importKind<FactRow>({
  name: 'city-records',
  title: because('city-record:import-title'),
  columns: [
    column('geonames_id', true, ['geonames', 'city', 'city id'], 'city-record:import-city'),
    column('fact', true, ['what', 'dato', 'facto', 'point'], 'city-record:import-fact'),
    column('value', true, ['answer', 'valeur', 'valor'], 'city-record:import-value'),
    column('source', true, ['quelle', 'fuente', 'fonte'], 'city-record:import-source'),
    column('source_address', false, ['url', 'link', 'address'], 'city-record:source-address'),
    column('date', false, ['as of', 'counted on', 'fecha', 'data'], 'city-record:import-date'),
    column('audience', false, ['seen by'], 'city-record:import-audience'),
  ],
  schema: row,
  // The operator at the command line has no person; the machine's access rights are the permission there.
  whyNotImport: (actor) =>
    actor.personId === null && actor.name === 'platform' ? undefined : whyNotWriteForCities(actor),

  async check(tx, rows) {
    const cities = new Map(
      (
        await listCitiesByIds(
          tx,
          rows.map(({ cityId }) => cityId),
        )
      ).map((city) => [city.id, city]),
    );
    const problems = new Map<number, Problem>();
    const seen = new Set<string>();
    for (const [index, one] of rows.entries()) {
      const city = cities.get(one.cityId);
      const key = keyOf(one);
      const standing = city && (await findStanding(tx, one));
      const many = 'number' in one.value ? one.value.number : 0;
      const against = (field: string, reason: Problem['reason']) => problems.set(index, { field, reason });
      if (!city) against('geonames_id', because('city-record:import-no-city'));
      else if (seen.has(key)) against('fact', because('city-record:import-twice'));
      else if (standing?.value && !standing.onBehalf && standing.saidAs !== 'import')
        against('fact', because('city-record:import-city-spoke'));
      else if (city.population > 0 && many > city.population)
        against(
          'value',
          because('city-record:import-more-than-city', { n: many, population: city.population }),
        );
      seen.add(key);
    }
    return problems;
  },

  add: async (tx, world, actor, rows) => {
    const ids: string[] = [];
    for (const one of rows) ids.push(await addFromFile(tx, world, actor, one));
    return ids;
  },

  async takeBack(tx, world, actor, ids) {
    refuseIf(whyNotWriteForCities(actor), 403);
    for (const id of ids) await takeBackFromFile(tx, world, actor, id);
  },

  list: listFactsForFile,
});

function keyOf({ cityId, kind, item }: FactPlace): string {
  return `${cityId} ${kind} ${item}`;
}
