import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import type { Progress } from '../rules/progress.ts';
import type { HeldCertificate } from '../store/certificates.ts';
import type { OfferedCourse } from '../store/courses.ts';
import type { Learning } from '../store/learning.ts';
import { ButtonForm } from './button-form.tsx';
import { CertificateOffer } from './certificate-offer.tsx';
import { CourseContents } from './course-contents.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import type { Frame } from './frame.ts';
import { Said } from './said.tsx';

interface LearningPageProps extends Frame {
  readonly base: string;
  readonly byLink: boolean;
  readonly learning: Learning;
  readonly course: OfferedCourse;
  readonly progress: Progress;
  readonly certificate: HeldCertificate | undefined;
  readonly form: FormState;
}

/** A learner's own page of a course: how far they are, what is next, and what they earned. */
export function LearningPage(props: LearningPageProps) {
  const { language, href, base, byLink, learning, course, progress, certificate, form } = props;
  const t = words(language);
  const { content } = course;
  const title = <Said of={content.title} language={language} source={course.sourceLanguage} />;
  if (!learning.provenAt)
    return (
      <>
        <PageHead kind={t('course')} title={title} lead={t('prove-lead', { name: learning.name })} />
        <ButtonForm action={href(`${base}/proof`)} idempotencyKey={form.idempotencyKey} look="main">
          {t('start-course')}
        </ButtonForm>
      </>
    );
  const next = content.modules.findIndex(({ id }) => id === progress.next) + 1;
  return (
    <>
      {!byLink && <Breadcrumb crumbs={[{ href: href('/portal/training'), label: t('my-training') }]} />}
      <PageHead
        kind={t('course')}
        title={title}
        stage={
          <Tag tone={learning.completedAt ? 'done' : 'active'}>
            {t('n-of-m-passed', { n: progress.passed.size, all: content.modules.length })}
          </Tag>
        }
        next={
          !learning.completedAt &&
          next > 0 && (
            <ButtonLink look="main" href={href(`${base}/modules/${next}`)}>
              {t(progress.passed.size === 0 ? 'begin-reading' : 'go-on')}
            </ButtonLink>
          )
        }
      />
      {byLink && <p class="quiet">{t('keep-this-address')}</p>}
      {learning.completedAt && (
        <Notice tone="done" title={t('course-completed')}>
          {t(content.certifies && !certificate ? 'certificate-soon' : 'course-completed-next')}
        </Notice>
      )}
      {certificate && <CertificateOffer {...{ language, href, base, certificate, form }} />}
      {course.currentVersion !== course.number && !learning.completedAt && (
        <Notice title={t('newer-version', { number: course.currentVersion ?? 0 })}>
          <p>{t('newer-version-lead', { number: course.number })}</p>
          <ButtonForm action={href(`${base}/version`)} idempotencyKey={form.idempotencyKey}>
            {t('take-newer-version')}
          </ButtonForm>
        </Notice>
      )}
      <section>
        <h2>{t('modules')}</h2>
        <CourseContents
          {...{ language, content, progress }}
          moduleHref={(place) => href(`${base}/modules/${place}`)}
        />
      </section>
      {learning.completedAt &&
        (learning.feedbackAt ? (
          <p class="quiet">{t('feedback-thanks')}</p>
        ) : (
          <FeedbackForm language={language} action={href(`${base}/feedback`)} form={form} />
        ))}
    </>
  );
}
