import { readFile } from 'node:fs/promises';
import { dayInUtc, parseCalendarDate } from '../../kernel/calendar-date.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import type { Command, CommandLine } from '../../platform/command-line/command.ts';
import { csvText } from '../../platform/exports/csv.ts';
import { countryName, formatNumber } from '../../platform/languages/format.ts';
import type { World } from '../../world.ts';
import { addList, readList } from './actions/add-list.ts';
import './messages/index.ts';
import type { City } from './rules/city.ts';
import { countryColumns } from './rules/country-line.ts';
import { oneAnswer } from './rules/one-answer.ts';
import { vintagesOn } from './store/classifications.ts';
import { isCountry, listCountries } from './store/countries.ts';
import { listNamesakes, searchCities } from './store/search.ts';

export const commands: readonly Command[] = [
  {
    words: ['cities', 'resolve'],
    usage: 'mmc cities resolve NAME [--country CC] [--json]',
    summary: 'The GeoNames number of the city called so, or the candidates when several may be meant',
    options: { country: 'value' },
    needsWorld: true,
    run: (line, world) => resolve(line, world as World),
  },
  {
    words: ['countries'],
    usage: 'mmc countries [--csv|--json] [--as-at DATE]',
    summary: 'Every country with what the lists of the day say of it',
    options: { csv: 'flag', 'as-at': 'value' },
    needsWorld: true,
    run: (line, world) => printCountries(line, world as World),
  },
  {
    words: ['countries', 'add-list'],
    usage: 'mmc countries add-list FILE.json',
    summary: 'Adds a newer published list (income groups, aid, regions) from a file',
    needsWorld: true,
    run: async (line, world) => {
      const file = line.args[0];
      if (!file) throw new Refusal(because('city-registry:no-file'));
      const list = readList(await readFile(file, 'utf8'));
      const countries = await addList(world as World, list);
      line.out(
        line.json ? JSON.stringify({ list: list.id, countries }) : `${list.id}: ${countries} countries`,
      );
      return 0;
    },
  },
];

async function resolve(line: CommandLine, { db }: World): Promise<number> {
  const name = line.args.join(' ').trim();
  if (name === '') throw new Refusal(because('city-registry:no-name'));
  const country = typeof line.options['country'] === 'string' ? line.options['country'].toUpperCase() : null;
  if (country !== null && !(await isCountry(db, country)))
    throw new Refusal(because('city-registry:unknown-country', { country }));
  const namesakes = await listNamesakes(db, name, country);
  // A name that only a distant language uses counts when no other city bears it.
  const wellKnown = namesakes.filter(({ isCommon }) => isCommon);
  const one = oneAnswer(wellKnown.length > 0 ? wellKnown : namesakes);
  if (one) {
    line.out(line.json ? JSON.stringify({ geonamesId: one.geonamesId }) : described(one));
    return 0;
  }
  const candidates =
    namesakes.length > 0
      ? namesakes.slice(0, 20)
      : await searchCities(db, { words: name, country, limit: 10 });
  tellCandidates(line, name, candidates, namesakes.length > 0);
  return 4;
}

function tellCandidates(
  line: CommandLine,
  name: string,
  candidates: readonly City[],
  areNamesakes: boolean,
): void {
  if (line.json) {
    const listed = candidates.map(({ geonamesId, name: called, country, admin1, population }) => {
      return { geonamesId, name: called, country, admin1, population };
    });
    line.out(JSON.stringify({ candidates: listed }));
    return;
  }
  if (candidates.length === 0) line.err(`No city is called "${name}".`);
  else
    line.err(
      areNamesakes ? `Several cities are called "${name}":` : `No city is called "${name}". Did you mean:`,
    );
  for (const city of candidates) line.out(described(city));
}

function described({ geonamesId, name, admin1, country, population }: City): string {
  const place = [name, admin1, countryName('en', country)].filter(Boolean).join(', ');
  return `${geonamesId}\t${place}${population > 0 ? ` (${formatNumber('en', population)})` : ''}`;
}

async function printCountries(line: CommandLine, world: World): Promise<number> {
  const asked = line.options['as-at'];
  const day = typeof asked === 'string' ? parseCalendarDate(asked) : dayInUtc(world.now());
  if (!day) throw new Refusal(because('platform:not-a-date'));
  const columns = countryColumns(await vintagesOn(world.db, day));
  const countries = await listCountries(world.db, day);
  if (line.json) {
    const rows = countries.map((country) =>
      Object.fromEntries(columns.map(({ head, cell }) => [head, cell(country)])),
    );
    line.out(JSON.stringify(rows));
  } else line.out(csvText(columns, countries).replaceAll('\r\n', '\n').trimEnd());
  return 0;
}
