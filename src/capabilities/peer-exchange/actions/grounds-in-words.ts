import type { Language } from '../../../kernel/language.ts';
import { languageName } from '../../../platform/languages/format.ts';
import type { Grounds } from '../rules/score.ts';
import { topicLabel } from '../../city-record/index.ts';
import { words } from '../messages/index.ts';

/** What a city is called, in the language of the sentence. */
export type NameOf = (cityId: string) => string;

/** Why these cities go together, one sentence each. For a group, what holds for all: the least of the hours, the languages of all. */
export function groundsInWords(
  language: Language,
  { grounds, languages }: { readonly grounds: readonly Grounds[]; readonly languages: readonly string[] },
  name: NameOf,
): string[] {
  const t = words(language);
  const [first] = grounds;
  if (!first) return [];
  const lessons = grounds.flatMap((ground) => ground.lessons);
  const office = Math.min(...grounds.map(({ officeHours }) => officeHours));
  const stretched = Math.min(...grounds.map(({ stretchedHours }) => stretchedHours));
  const spoken = languages.map((code) => languageName(language, code));
  const same = first.same.filter((facet) => grounds.every((ground) => ground.same.includes(facet)));
  return [
    ...lessons.map(({ topic, teacher, learner }) =>
      t('ground.lesson', {
        topic: topicLabel(language, topic),
        teacher: name(teacher),
        learner: name(learner),
      }),
    ),
    ...(spoken.length > 0
      ? [t('ground.languages', { languages: new Intl.ListFormat(language).format(spoken) })]
      : []),
    office >= 1
      ? t('ground.office-hours', { n: Math.floor(office) })
      : t(stretched >= 1 ? 'ground.stretched-hours' : 'ground.no-hours', { n: Math.floor(stretched) }),
    ...(same.length > 0
      ? [
          t('ground.same', {
            what: new Intl.ListFormat(language).format(same.map((facet) => t(`facet.${facet}`))),
          }),
        ]
      : []),
  ];
}
