import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { isLanguage } from '../../../../kernel/language.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { listOffered, type ListedCourse } from '../../store/course-lists.ts';
import { listUpcoming } from '../../store/events.ts';
import { EventList } from '../event-list.tsx';
import { duration, type Frame, frameOf, languageChoices } from '../frame.ts';
import { Said } from '../said.tsx';

/** What is on offer: events to come, and courses for any time. */
export async function showCatalogue(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const frame = frameOf(visit);
  const asked = visit.query('language');
  const wanted = isLanguage(asked) ? asked : undefined;
  const speaks = ({ languages }: { readonly languages: readonly string[] }) =>
    !wanted || languages.includes(wanted);
  const [courses, events] = await Promise.all([
    listOffered(world.publicDb),
    listUpcoming(world.publicDb, world.now()),
  ]);
  const shown = { courses: courses.filter(speaks), events: events.filter(speaks) };
  return visit.show({
    title: t('training'),
    description: t('training-lead'),
    cacheSeconds: 60,
    body: (
      <>
        <PageHead title={t('training')} lead={t('training-lead')} />
        <FilterBar
          action={visit.href('/training')}
          answers={{ language: wanted }}
          clearHref={visit.href('/training')}
          result={t('n-offers', { n: shown.courses.length + shown.events.length })}
          applied={
            wanted
              ? [
                  {
                    label: t('language'),
                    value: languageName(language, wanted),
                    removeHref: visit.href('/training'),
                  },
                ]
              : []
          }
        >
          <SelectField
            name="language"
            label={t('language')}
            choices={languageChoices(language)}
            none={t('any-language')}
            optional
          />
        </FilterBar>
        <section>
          <h2>{t('events')}</h2>
          <EventList
            {...frame}
            events={shown.events}
            empty={<EmptyState title={t('no-events')}>{t('no-events-why')}</EmptyState>}
          />
        </section>
        <section>
          <h2>{t('courses')}</h2>
          {shown.courses.length === 0 && (
            <EmptyState title={t('no-courses')}>{t('no-courses-why')}</EmptyState>
          )}
          <ul class="tasks">
            {shown.courses.map((course) => (
              <CourseLine key={course.id} {...frame} course={course} />
            ))}
          </ul>
        </section>
        <p>
          {t.rich('verify-invitation', { link: (said) => <a href={visit.href('/certificates')}>{said}</a> })}
        </p>
      </>
    ),
  });
}

function CourseLine({ language, href, course }: Frame & { readonly course: ListedCourse }) {
  const t = words(language);
  const { title, summary, sourceLanguage, languages, minutes, certifies } = course;
  return (
    <li>
      <div>
        <a href={href(`/training/courses/${course.slug}`)}>
          <Said of={title} language={language} source={sourceLanguage} />
        </a>
        <p>
          <Said of={summary} language={language} source={sourceLanguage} />
        </p>
        <p class="quiet">
          {duration(language, minutes)} · {languages.map((one) => languageName(language, one)).join(', ')}
        </p>
      </div>
      {certifies && (
        <p>
          <Tag>{t('with-certificate')}</Tag>
        </p>
      )}
    </li>
  );
}
