import type { Language } from '../../../kernel/language.ts';
import { countryName, languageName } from '../../../platform/languages/format.ts';
import { incomeGroupName, type PopulationBand, populationBandName } from '../../city-registry/index.ts';
import type { Countries } from '../actions/countries.ts';
import { words } from '../messages/index.ts';
import type { Activity } from '../rules/activity.ts';
import type { Doubt, Why } from '../rules/fit.ts';
import type { Obstacle } from '../rules/open-to.ts';
import { listed, topicsListed } from './frame.ts';

/** To whom it is said: the city itself, or staff who look at it. */
export type Who = 'you' | 'staff';

export function incomeName(language: Language, code: string): string {
  return incomeGroupName(language, code as 'LIC');
}

export function bandName(language: Language, key: string): string {
  return populationBandName(language, key as PopulationBand);
}

export interface Telling {
  readonly language: Language;
  readonly who: Who;
  readonly countries: Countries;
}

type Named = Pick<Activity, 'regions' | 'incomes' | 'countries' | 'bands'>;

/** What an activity asks of cities, in words: "Sub-Saharan Africa", "low-income countries". */
export function namedInWords(
  { language, countries }: Telling,
  activity: Named,
  why: Obstacle['why'],
): string {
  const t = words(language);
  if (why === 'region')
    return listed(
      language,
      activity.regions.map((code) => countries.regions.get(code)?.[language] ?? code),
    );
  if (why === 'income')
    return listed(
      language,
      activity.incomes.map((code) => incomeName(language, code)),
    );
  if (why === 'country')
    return listed(
      language,
      activity.countries.map((code) => countryName(language, code)),
    );
  if (why === 'band')
    return listed(
      language,
      activity.bands.map((key) => bandName(language, key)),
    );
  return t(`named.${why}`);
}

function listNamed({ countries }: Telling, why: Obstacle['why']): string {
  if (why === 'income') return countries.incomeList ?? '';
  return why === 'region' ? (countries.regionList ?? '') : '';
}

/** One sentence for each reason that an activity fits. */
export function sayWhy(telling: Telling, activity: Activity, why: Why): string[] {
  const { language, who } = telling;
  const t = words(language);
  if (why.why === 'need' || why.why === 'any-topic' || why.why === 'capacity')
    return [t(`why.${why.why}`, { who, topics: topicsListed(language, why.topics) })];
  if (why.why === 'language')
    return [
      t('why.language', {
        languages: listed(
          language,
          why.languages.map((code) => languageName(language, code)),
        ),
      }),
    ];
  if (why.why === 'hours') return [t('why.hours', { who, hour: why.hour, exact: String(why.exact) })];
  if (why.why === 'newcomer') return [t('why.newcomer', { who })];
  if (why.why === 'open-to-all') return [t('why.open-to-all')];
  return why.named.map((named) =>
    t('why.meant', {
      whom: namedInWords(telling, activity, named),
      list: listNamed(telling, named),
      by: listNamed(telling, named) === '' ? 'none' : 'list',
    }),
  );
}

/** What does not speak for it, and what to do. */
export function sayDoubt({ language, who }: Telling, doubt: Doubt): string {
  const t = words(language);
  if (doubt.doubt === 'no-need')
    return t('doubt.no-need', { who, topics: topicsListed(language, doubt.topics) });
  if (doubt.doubt === 'hours') return t('doubt.hours', { who, hour: doubt.hour, exact: String(doubt.exact) });
  return t('doubt.language', {
    languages: listed(
      language,
      doubt.languages.map((code) => languageName(language, code)),
    ),
  });
}

/** Why it is not open to the city, and what would change that. */
export function sayObstacle(
  telling: Telling,
  activity: Activity,
  obstacle: Obstacle,
): { why: string; change: string } {
  const { language, who } = telling;
  const t = words(language);
  const whom = namedInWords(telling, activity, obstacle.why);
  const list = listNamed(telling, obstacle.why);
  const is = !('is' in obstacle)
    ? ''
    : obstacle.why === 'income'
      ? obstacle.is === null
        ? t('no-group')
        : incomeName(language, obstacle.is)
      : obstacle.why === 'band'
        ? bandName(language, obstacle.is)
        : countryName(language, obstacle.is ?? '');
  return {
    why: t('obstacle', {
      whom,
      list,
      by: list === '' ? 'none' : 'list',
      is,
      known: is === '' ? 'no' : 'yes',
      who,
    }),
    change: t(`change.${obstacle.why}`),
  };
}
