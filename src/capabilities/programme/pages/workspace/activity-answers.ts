import { z } from 'zod';
import { activityKinds } from '../../../../kernel/activity-kind.ts';
import { languages } from '../../../../kernel/language.ts';
import { inEachLanguage, type LocalText } from '../../../../kernel/local-text.ts';
import {
  choice,
  choices,
  date,
  optionalDate,
  optionalText,
  text,
  ticked,
  wholeNumber,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { topicKeys } from '../../../city-record/index.ts';
import { populationBandKeys } from '../../../city-registry/index.ts';
import type { Activity } from '../../rules/activity.ts';
import type { ActivitySaid } from '../../store/activities.ts';

export const incomeGroups = ['LIC', 'LMC', 'UMC', 'HIC'] as const;

const title = text(120);
const about = text(600);
/** Words separated by commas or blanks, each of a pattern; known or not is the database's to say. */
const codes = (pattern: RegExp) =>
  optionalText(400).transform((value, context) => {
    const list = (value ?? '')
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean);
    const odd = list.find((code) => !pattern.test(code));
    return odd === undefined ? [...new Set(list)] : wrong(context, 'programme:not-a-code', { code: odd });
  });
const ticks = optionalText(4000).transform((value) => (value ?? '').split('\n').filter(Boolean));

export const activityAnswers = z
  .object({
    kind: choice(activityKinds),
    'title-en': title,
    'title-fr': title,
    'title-es': title,
    'title-pt': title,
    'title-ar': title,
    'about-en': about,
    'about-fr': about,
    'about-es': about,
    'about-pt': about,
    'about-ar': about,
    topics: choices(topicKeys),
    languages: choices(languages),
    regions: ticks,
    incomes: choices(incomeGroups),
    countries: codes(/^[A-Z]{2}$/),
    bands: choices(populationBandKeys),
    onlyGlobalSouth: ticked(),
    onlySecondary: ticked(),
    opensOn: date(),
    closesOn: optionalDate(),
    places: optionalText(9).transform((value, context) => {
      if (value === null) return null;
      const parsed = wholeNumber(1).safeParse(value);
      return parsed.success ? parsed.data : wrong(context, 'platform:not-a-number');
    }),
    meetsOn: optionalDate(),
    meetsTime: optionalText(5).transform((value, context) =>
      value === null || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? value
        : wrong(context, 'programme:not-a-time'),
    ),
    path: optionalText(400).transform((value, context) =>
      value === null || /^(?:\/[^/]|https?:\/\/[^\s/]+\.)/.test(value)
        ? value
        : wrong(context, 'platform:not-an-address'),
    ),
    emergency: ticked(),
  })
  .superRefine((said, context) => {
    if (said.closesOn !== null && said.closesOn < said.opensOn)
      wrong(context, 'programme:closes-before-it-opens', {}, ['closesOn']);
    if (said.meetsOn === null && said.meetsTime !== null)
      wrong(context, 'programme:time-needs-day', {}, ['meetsOn']);
  });

type Said = z.infer<typeof activityAnswers>;

function localText(said: Said, field: 'title' | 'about'): LocalText {
  return inEachLanguage((language) => said[`${field}-${language}`]);
}

/** What the form says, as the record keeps it. The lists of the day it opens count. */
export function activityOf(said: Said): ActivitySaid {
  return {
    kind: said.kind,
    title: localText(said, 'title'),
    about: localText(said, 'about'),
    topics: said.topics,
    languages: said.languages,
    regions: said.regions,
    incomes: said.incomes,
    countries: said.countries,
    bands: said.bands,
    onlyGlobalSouth: said.onlyGlobalSouth,
    onlySecondary: said.onlySecondary,
    listsOn: said.opensOn,
    opensOn: said.opensOn,
    closesOn: said.closesOn,
    places: said.places,
    meetsAt: said.meetsOn ? new Date(`${said.meetsOn}T${said.meetsTime ?? '12:00'}:00Z`) : null,
    path: said.path,
    emergency: said.emergency,
  };
}

/** The record as the form's answers, to be shown and to stand beside what somebody else saved. */
export function answersOf(activity: Activity): Record<string, string> {
  const texts = languages.flatMap((language) => [
    [`title-${language}`, activity.title[language]],
    [`about-${language}`, activity.about[language]],
  ]);
  const meets = activity.meetsAt?.toISOString();
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    kind: activity.kind,
    topics: activity.topics.join('\n'),
    languages: activity.languages.join('\n'),
    regions: activity.regions.join('\n'),
    incomes: activity.incomes.join('\n'),
    countries: activity.countries.join(', '),
    bands: activity.bands.join('\n'),
    onlyGlobalSouth: activity.onlyGlobalSouth ? 'yes' : '',
    onlySecondary: activity.onlySecondary ? 'yes' : '',
    opensOn: activity.opensOn,
    closesOn: activity.closesOn ?? '',
    places: activity.places === null ? '' : String(activity.places),
    meetsOn: meets?.slice(0, 10) ?? '',
    meetsTime: meets?.slice(11, 16) ?? '',
    path: activity.path ?? '',
    emergency: activity.emergency ? 'yes' : '',
  };
}
