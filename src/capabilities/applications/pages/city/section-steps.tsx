import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { progressOf } from '../../../application-forms/index.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import { words } from '../../messages/index.ts';
import type { Door } from './door.ts';

interface SectionStepsProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly open: OpenApplication;
  /** The section the reader is in. */
  readonly at?: string;
}

/** All sections, how far each is, and who wrote in it last. */
export function SectionSteps({ visit, door, open, at }: SectionStepsProps) {
  const t = words(visit.language);
  return (
    <section>
      <h2>{t('sections')}</h2>
      <nav aria-label={t('sections')}>
        <ol>
          {progressOf(open.form, open.answers)
            .filter(({ shown }) => shown > 0)
            .map(({ section, needed, answered }) => {
              const wrong = open.problems.filter((problem) => problem.section === section.key).length;
              const lastBy = lastWriter(
                open,
                section.questions.map(({ key }) => key),
              );
              return (
                <li key={section.key}>
                  <a
                    href={visit.href(`${door.base}/sections/${section.key}`)}
                    aria-current={at === section.key ? 'step' : undefined}
                  >
                    {section.title[visit.language]}
                  </a>{' '}
                  <Tag tone={wrong === 0 ? 'done' : answered > 0 ? 'active' : 'neutral'}>
                    {wrong === 0 ? t('section-ready') : t('answered-of', { answered, needed })}
                  </Tag>
                  {lastBy && <span class="quiet"> {t('last-by', { name: lastBy })}</span>}
                </li>
              );
            })}
        </ol>
      </nav>
    </section>
  );
}

function lastWriter({ current }: OpenApplication, keys: readonly string[]): string | undefined {
  return keys
    .flatMap((key) => current.get(key) ?? [])
    .filter(({ origin }) => origin === 'typed' || origin === 'returned')
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]?.byName;
}
