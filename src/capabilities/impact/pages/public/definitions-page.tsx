import { DateText } from '../../../../design/date-text.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Definition } from '../../store/definitions.ts';
import { partial } from '../say.ts';

interface DefinitionsPageProps {
  /** The newest version of each key first. */
  readonly definitions: readonly Definition[];
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** What each figure counts, and what it does not: all of them on one page, by objective. */
export function DefinitionsPage({ definitions, language, href }: DefinitionsPageProps) {
  const t = words(language);
  const newest = definitions.filter((one, index) => definitions[index - 1]?.key !== one.key);
  return (
    <>
      <PageHead title={t('all-definitions')} lead={t('definitions-lead')} />
      {([1, 2, 3, 4] as const).map((objective) => (
        <section key={objective}>
          <h2>{t(`objective.${objective}`)}</h2>
          {newest
            .filter((definition) => definition.objective === objective)
            .map((definition) => (
              <article key={definition.key} id={definition.key}>
                <h3>
                  <a href={href(`/impact/${definition.key}`)}>{definition.title[language]}</a>
                </h3>
                <p>
                  <strong>{t('counts')}</strong> {definition.counts[language]}
                </p>
                <p>
                  <strong>{t('does-not-count')}</strong> {definition.doesNotCount[language]}
                </p>
                <p class="quiet">
                  {t('version-n', { n: definition.version })}{' '}
                  <DateText date={partial(definition.adopted, definition.adoptedPrecision)} />
                </p>
              </article>
            ))}
        </section>
      ))}
    </>
  );
}
