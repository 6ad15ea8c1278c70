import { notFound } from '../../../../kernel/refusal.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { changeCourse } from '../../actions/change-course.ts';
import { keepCourseFile } from '../../actions/keep-file.ts';
import { refuseAt } from '../../actions/plan-event.ts';
import { words } from '../../messages/index.ts';
import type { Content, Item } from '../../rules/content.ts';
import { withItem } from '../../rules/edit-content.ts';
import { idIn } from '../frame.ts';
import { editingOf, inLanguage, moduleOf } from './editor.ts';
import { type ItemKind, itemAnswers, itemOf, newItemKinds, whyNoItem } from './item-answers.ts';
import { ItemForm } from './item-form.tsx';

export async function showNewItem(visit: Visit): Promise<Response> {
  return await itemPage(visit, freshForm(visit.world), undefined);
}

export async function showItem(visit: Visit): Promise<Response> {
  return await itemPage(visit, freshForm(visit.world), idIn(visit, 'item'));
}

export async function sendNewItem(visit: Visit): Promise<Response> {
  return await sendItemAs(visit, undefined);
}

export async function sendItem(visit: Visit): Promise<Response> {
  return await sendItemAs(visit, idIn(visit, 'item'));
}

function itemIn(content: Content, moduleId: string, itemId: string | undefined): Item | undefined {
  return content.modules.find(({ id }) => id === moduleId)?.items.find(({ id }) => id === itemId);
}

async function sendItemAs(visit: Visit, itemId: string | undefined): Promise<Response> {
  const { world, actor } = visit;
  const editing = await editingOf(visit);
  const { id: moduleId } = moduleOf(editing, visit);
  return await submitForm(visit, {
    schema: itemAnswers,
    act: async (said, once, files) => {
      const upload = files.find(([field]) => field === 'file')?.[1];
      const file = said.kind === 'file' && upload ? await keepCourseFile(world, upload) : undefined;
      const isSource = said.in === editing.draft.sourceLanguage;
      const id = itemId ?? world.newId();
      const item = itemOf(said, {
        id,
        file,
        isSource,
        before: itemIn(editing.draft.content, moduleId, itemId),
        newId: () => world.newId(),
      });
      const problem = whyNoItem(item, said, isSource);
      if (problem) refuseAt(problem);
      await changeCourse(
        world,
        actor,
        {
          courseId: idIn(visit),
          version: said.version,
          make: (content) => (item ? withItem(content, moduleId, item) : content),
          now: (content) => ({ body: itemIn(content, moduleId, itemId)?.body[said.in] ?? '' }),
        },
        once,
      );
      return inLanguage({ ...editing, writing: said.in }, `${editing.base}/modules/${moduleId}`);
    },
    again: (state) => itemPage(visit, state, itemId),
  });
}

async function itemPage(visit: Visit, form: FormState, itemId: string | undefined): Promise<Response> {
  const found = await editingOf(visit);
  const typed = found.draft.content.languages.find((one) => one === form.answers['in']);
  const editing = typed ? { ...found, writing: typed } : found;
  const module = moduleOf(editing, visit);
  const item = itemIn(editing.draft.content, module.id, itemId);
  if (itemId && !item) throw notFound();
  const asked = newItemKinds.find((one) => one === (form.answers['kind'] ?? visit.query('kind')));
  const kind: ItemKind = item ? (item.kind === 'question' ? item.form : item.kind) : (asked ?? 'text');
  const title = words(visit.language)(`item-kind.${kind}`);
  return visit.show({ title, body: <ItemForm {...{ editing, module, item, kind, form }} /> });
}
