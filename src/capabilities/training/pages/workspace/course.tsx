import { z } from 'zod';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, id, optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { changeCourse } from '../../actions/change-course.ts';
import { closeCourse, publishCourse } from '../../actions/publish-course.ts';
import { words } from '../../messages/index.ts';
import { withModule, withModuleMoved, withoutModule } from '../../rules/edit-content.ts';
import { saidIn } from '../../rules/some-text.ts';
import { listVersions } from '../../store/courses.ts';
import { feedbackOn } from '../../store/feedback.ts';
import { idIn } from '../frame.ts';
import { CoursePage } from './course-page.tsx';
import { editingOf } from './editor.ts';

const home = (visit: Visit) => `/workspace/training/courses/${idIn(visit)}`;

export async function showCourse(visit: Visit): Promise<Response> {
  return await coursePage(visit, freshForm(visit.world), undefined);
}

/** A new module at the end, named in the source language. */
export async function sendNewModule(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ title: text(150) }),
    act: async ({ title }, once) => {
      const moduleId = visit.world.newId();
      await changeCourse(
        visit.world,
        visit.actor,
        {
          courseId: idIn(visit),
          make: (content) =>
            withModule(content, { id: moduleId, title: { [content.sourceLanguage]: title }, items: [] }),
        },
        once,
      );
      return home(visit);
    },
    again: (state) => coursePage(visit, state, 'module'),
  });
}

export async function sendModuleMove(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ module: id(), by: choice(['up', 'down']) }),
    act: async ({ module, by }, once) => {
      await changeCourse(
        visit.world,
        visit.actor,
        { courseId: idIn(visit), make: (content) => withModuleMoved(content, module, by) },
        once,
      );
      return `${home(visit)}#modules`;
    },
    again: (state) => coursePage(visit, state, undefined),
  });
}

export async function sendModuleRemoval(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ module: id() }),
    act: async ({ module }, once) => {
      await changeCourse(
        visit.world,
        visit.actor,
        { courseId: idIn(visit), make: (content) => withoutModule(content, module) },
        once,
      );
      return `${home(visit)}#modules`;
    },
    again: (state) => coursePage(visit, state, undefined),
  });
}

export async function sendPublication(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ whatChanged: optionalText(600) }),
    act: async ({ whatChanged }, once) => {
      await publishCourse(visit.world, visit.actor, { courseId: idIn(visit), whatChanged }, once);
      return home(visit);
    },
    again: (state) => coursePage(visit, state, 'publication'),
  });
}

export async function sendClosing(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ to: choice(['open', 'closed']) }),
    act: async ({ to }, once) => {
      await closeCourse(visit.world, visit.actor, { courseId: idIn(visit), to }, once);
      return home(visit);
    },
    again: (state) => coursePage(visit, state, 'publication'),
  });
}

async function coursePage(
  visit: Visit,
  form: FormState,
  sent: 'module' | 'publication' | undefined,
): Promise<Response> {
  const editing = await editingOf(visit);
  const { draft, language } = editing;
  const seen = await reading(visit.world, visit.actor, async (tx) => ({
    versions: await listVersions(tx, draft.id),
    feedback: await feedbackOn(tx, draft.id),
  }));
  return visit.show({
    title: saidIn(draft.content.title, language, draft.sourceLanguage).text || words(language)('course'),
    body: <CoursePage {...{ editing, form, sent }} {...seen} />,
  });
}
