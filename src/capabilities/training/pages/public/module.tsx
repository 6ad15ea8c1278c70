import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { type FormState, freshForm, readForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { Said } from '../../rules/marking.ts';
import { saidIn } from '../../rules/some-text.ts';
import { frameOf } from '../frame.ts';
import { ModuleView } from '../module-view.tsx';
import { courseIn, fileAddressIn, moduleAt, readAnswers } from '../read-course.ts';
import { Said as SaidLine } from '../said.tsx';

export async function showModule(visit: Visit): Promise<Response> {
  return await modulePage(visit, freshForm(visit.world), undefined);
}

/** Marks what was answered and shows it; nothing is kept of somebody we do not know. */
export async function checkModule(visit: Visit): Promise<Response> {
  const course = await courseIn(visit, visit.world.publicDb);
  const { state } = await readForm(visit, z.record(z.string(), z.string()));
  const { said, problems } = readAnswers(moduleAt(visit, course.content).module, state.answers);
  if (problems.length === 0) return await modulePage(visit, state, said);
  visit.refusedWith = 422;
  return await modulePage(visit, { ...state, problems }, undefined);
}

async function modulePage(visit: Visit, form: FormState, marked: Said | undefined): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const course = await courseIn(visit, world.publicDb);
  const { content, sourceLanguage } = course;
  const { module, place } = moduleAt(visit, content);
  const base = `/training/courses/${course.slug}`;
  const old = course.number === course.currentVersion ? '' : `?version=${course.number}`;
  const at = (n: number) => visit.href(`${base}/modules/${n}${old}`);
  return visit.show({
    title: saidIn(module.title, language, sourceLanguage).text,
    ...(marked || form.problems.length > 0 ? {} : { cacheSeconds: 60 }),
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href('/training'), label: t('training') },
            {
              href: visit.href(`${base}${old}`),
              label: saidIn(content.title, language, sourceLanguage).text,
            },
          ]}
        />
        <PageHead
          kind={t('module-of', { n: place, all: content.modules.length })}
          title={<SaidLine of={module.title} language={language} source={sourceLanguage} />}
        />
        <ModuleView
          {...{ language, content, module, form, marked }}
          action={visit.href(`${base}/modules/${place}${old}`)}
          fileAddress={fileAddressIn(course, frameOf(visit).href)}
          keeps={false}
        />
        <Pagination
          previousHref={place > 1 ? at(place - 1) : undefined}
          nextHref={place < content.modules.length ? at(place + 1) : undefined}
        />
      </>
    ),
  });
}
