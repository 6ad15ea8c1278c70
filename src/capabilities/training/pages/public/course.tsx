import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { localPath } from '../../../../platform/http/language-path.ts';
import { words } from '../../messages/index.ts';
import { saidIn } from '../../rules/some-text.ts';
import { CourseContents } from '../course-contents.tsx';
import { duration } from '../frame.ts';
import { courseIn } from '../read-course.ts';
import { Said } from '../said.tsx';

/** A course: what it is about, its modules, and how to take it along. */
export async function showCourse(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const course = await courseIn(visit, world.publicDb);
  const { content, slug, number } = course;
  const source = course.sourceLanguage;
  const old = number === course.currentVersion ? '' : `?version=${number}`;
  const base = `/training/courses/${slug}`;
  const title = saidIn(content.title, language, source).text;
  return visit.show({
    title,
    description: saidIn(content.summary, language, source).text,
    cacheSeconds: 60,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/training'), label: t('training') }]} />
        <PageHead
          kind={t('course')}
          title={<Said of={content.title} language={language} source={source} />}
          lead={<Said of={content.summary} language={language} source={source} />}
          facts={[
            { label: t('takes'), value: duration(language, content.minutes) },
            {
              label: t('languages'),
              value: content.languages.map((one) => languageName(language, one)).join(', '),
            },
            { label: t('version'), value: number },
            { label: t('published'), value: <DateText date={dayInUtc(course.publishedAt)} /> },
          ]}
          next={
            <>
              <ButtonLink look="main" href={visit.href(`${base}/modules/1${old}`)}>
                {t('begin-reading')}
              </ButtonLink>
              {course.stage === 'open' && (
                <ButtonLink href={visit.href(`${base}/start`)}>{t('keep-progress')}</ButtonLink>
              )}
            </>
          }
        />
        {old && (
          <Notice title={t('older-version', { number })}>
            <p>
              <a href={visit.href(base)}>{t('to-current-version')}</a>
            </p>
          </Notice>
        )}
        {course.stage === 'closed' && <Notice>{t('course-closed')}</Notice>}
        <section>
          <h2>{t('modules')}</h2>
          <CourseContents
            language={language}
            content={content}
            moduleHref={(place) => visit.href(`${base}/modules/${place}${old}`)}
          />
        </section>
        <section>
          <h2>{t('take-along')}</h2>
          <p>{t('take-along-lead')}</p>
          <ul class="evidence">
            {content.languages.map((one) => (
              <li key={one}>
                <strong>{languageName(language, one)}</strong>{' '}
                <a href={localPath(one, `${base}/print${old}`)} hreflang={one}>
                  {t('print-page')}
                  <span class="unseen"> ({languageName(language, one)})</span>
                </a>{' '}
                ·{' '}
                <a href={localPath(one, `${base}/book.epub${old}`)} hreflang={one} download>
                  {t('ebook')}
                  <span class="unseen"> ({languageName(language, one)})</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <p class="quiet">
          {t(content.certifies ? 'certificate-lead' : 'no-certificate-lead', {
            percent: content.passPercent,
          })}
        </p>
      </>
    ),
  });
}
