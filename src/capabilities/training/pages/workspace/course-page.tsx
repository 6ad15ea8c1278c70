import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { type FormState } from '../../../../platform/forms/form.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { FeedbackTold } from '../../rules/feedback.ts';
import type { PublishedVersion } from '../../store/courses.ts';
import { ButtonForm } from '../button-form.tsx';
import { duration } from '../frame.ts';
import { Said } from '../said.tsx';
import { type Editing, inLanguage } from './editor.ts';
import { FeedbackPicture } from './feedback-picture.tsx';
import { Publication } from './publication.tsx';
import { WritingIn } from './writing-in.tsx';

interface CoursePageProps {
  readonly editing: Editing;
  readonly form: FormState;
  readonly sent: 'module' | 'publication' | undefined;
  readonly versions: readonly PublishedVersion[];
  readonly feedback: FeedbackTold;
}

/** A course on its author's table. */
export function CoursePage({ editing, form, sent, versions, feedback }: CoursePageProps) {
  const { language, href, draft, base } = editing;
  const t = words(language);
  const { content } = draft;
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/training'), label: t('training') }]} />
      <PageHead
        kind={t('course')}
        title={<Said of={content.title} language={language} source={draft.sourceLanguage} />}
        stage={
          <Tag tone={draft.stage === 'open' ? 'active' : 'neutral'}>{t(`event-stage.${draft.stage}`)}</Tag>
        }
        facts={[
          {
            label: t('languages'),
            value: content.languages.map((one) => languageName(language, one)).join(', '),
          },
          { label: t('takes'), value: duration(language, content.minutes) },
          { label: t('pass-mark'), value: `${content.passPercent}%` },
          { label: t('certificate'), value: t(content.certifies ? 'yes' : 'no') },
        ]}
        next={
          <>
            <ButtonLink look="main" href={href(inLanguage(editing, `${base}/settings`))}>
              {t('change-settings')}
            </ButtonLink>
            {content.modules.length > 0 && (
              <ButtonLink href={href(`${base}/preview/1`)}>{t('preview')}</ButtonLink>
            )}
            {draft.currentVersion !== null && (
              <ButtonLink href={href(`/training/courses/${draft.slug}`)}>{t('public-page')}</ButtonLink>
            )}
          </>
        }
      />
      <WritingIn editing={editing} path={base} />
      <section id="modules">
        <h2>{t('modules')}</h2>
        <ModuleList editing={editing} form={form} />
        <Form
          action={href(`${base}/modules`)}
          id="module"
          problems={sent === 'module' ? form.problems : []}
          answers={sent === 'module' ? form.answers : {}}
          idempotencyKey={form.idempotencyKey}
          aside
        >
          <TextField name="title" label={t('new-module')} hint={t('new-module-hint')} maxLength={150} />
          <SubmitButton look="plain">{t('add-module')}</SubmitButton>
        </Form>
      </section>
      <Publication {...{ editing, form, sent, versions }} />
      {draft.currentVersion !== null && (
        <FeedbackPicture language={language} told={feedback} asked={undefined} />
      )}
    </>
  );
}

function ModuleList({ editing, form }: Pick<CoursePageProps, 'editing' | 'form'>) {
  const { language, href, draft, base } = editing;
  const t = words(language);
  const { modules } = draft.content;
  if (modules.length === 0) return <p class="quiet">{t('no-modules')}</p>;
  return (
    <ol class="tasks">
      {modules.map((module, index) => (
        <li key={module.id}>
          <div>
            <a href={href(inLanguage(editing, `${base}/modules/${module.id}`))}>
              {index + 1}. <Said of={module.title} language={editing.writing} source={draft.sourceLanguage} />
            </a>
            <p class="quiet">{t('n-items', { n: module.items.length })}</p>
          </div>
          <div class="next-step">
            {(['up', 'down'] as const).map((by) => (
              <ButtonForm
                key={by}
                action={href(`${base}/modules/move`)}
                idempotencyKey={`${form.idempotencyKey}-${index}${by}`}
                also={{ module: module.id, by }}
              >
                {t(`move-${by}`)}
                <span class="unseen">: {module.title[draft.sourceLanguage]}</span>
              </ButtonForm>
            ))}
            <ButtonForm
              action={href(`${base}/modules/removal`)}
              idempotencyKey={`${form.idempotencyKey}-${index}x`}
              look="danger"
              also={{ module: module.id }}
            >
              {t('remove')}
              <span class="unseen">: {module.title[draft.sourceLanguage]}</span>
            </ButtonForm>
          </div>
        </li>
      ))}
    </ol>
  );
}
