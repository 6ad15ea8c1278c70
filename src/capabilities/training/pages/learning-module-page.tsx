import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../design/button.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Pagination } from '../../../design/pagination.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import type { Module } from '../rules/content.ts';
import type { Said as SaidAnswers } from '../rules/marking.ts';
import type { Progress } from '../rules/progress.ts';
import { saidIn } from '../rules/some-text.ts';
import type { OfferedCourse } from '../store/courses.ts';
import type { Frame } from './frame.ts';
import { ModuleView } from './module-view.tsx';
import { fileAddressIn } from './read-course.ts';
import { Said } from './said.tsx';

interface LearningModulePageProps extends Frame {
  readonly base: string;
  readonly course: OfferedCourse;
  readonly module: Module;
  readonly place: number;
  readonly progress: Progress;
  readonly form: FormState;
  readonly marked: SaidAnswers | undefined;
}

/** A module in a learner's own course. */
export function LearningModulePage(props: LearningModulePageProps) {
  const { language, href, base, course, module, place, progress, form, marked } = props;
  const t = words(language);
  const { content, sourceLanguage } = course;
  const at = (n: number) => href(`${base}/modules/${n}`);
  const passed = progress.passed.has(module.id);
  return (
    <>
      <Breadcrumb
        crumbs={[{ href: href(base), label: saidIn(content.title, language, sourceLanguage).text }]}
      />
      <PageHead
        kind={t('module-of', { n: place, all: content.modules.length })}
        title={<Said of={module.title} language={language} source={sourceLanguage} />}
        stage={passed && <Tag tone="done">{t('module-passed')}</Tag>}
      />
      <ModuleView
        {...{ language, content, module, form, marked }}
        action={at(place)}
        fileAddress={fileAddressIn(course, href)}
        keeps
      />
      {marked && passed && (
        <p>
          <ButtonLink look="main" href={place < content.modules.length ? at(place + 1) : href(base)}>
            {t(place < content.modules.length ? 'next-module' : 'to-course')}
          </ButtonLink>
        </p>
      )}
      <Pagination
        previousHref={place > 1 ? at(place - 1) : undefined}
        nextHref={place < content.modules.length ? at(place + 1) : undefined}
      />
    </>
  );
}
