import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { choice, id, optionalText, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { changeCourse } from '../../actions/change-course.ts';
import { words } from '../../messages/index.ts';
import type { Content, Item, Module } from '../../rules/content.ts';
import { withItemMoved, withModule, withoutItem } from '../../rules/edit-content.ts';
import { saidIn, withWords } from '../../rules/some-text.ts';
import { ButtonForm } from '../button-form.tsx';
import { idIn } from '../frame.ts';
import { type Editing, editingOf, inLanguage, moduleOf } from './editor.ts';
import { sourceHint } from './source-hint.tsx';
import { newItemKinds } from './item-answers.ts';
import { WritingIn } from './writing-in.tsx';

export async function showModule(visit: Visit): Promise<Response> {
  return await modulePage(visit, freshForm(visit.world));
}

export async function sendModule(visit: Visit): Promise<Response> {
  const editing = await editingOf(visit);
  const { id: moduleId } = moduleOf(editing, visit);
  return await submitForm(visit, {
    schema: z.object({ title: optionalText(150), in: choice(languages), version: version() }),
    act: async ({ title, in: writing, version }, once) => {
      const find = (content: Content) => content.modules.find(({ id }) => id === moduleId);
      const make = (content: Content) => {
        const module = find(content);
        return module
          ? withModule(content, { ...module, title: withWords(module.title, writing, title ?? '') })
          : content;
      };
      const now = (content: Content) => ({ title: find(content)?.title[writing] ?? '' });
      await changeCourse(visit.world, visit.actor, { courseId: idIn(visit), version, make, now }, once);
      return inLanguage({ ...editing, writing }, `${editing.base}/modules/${moduleId}`);
    },
    again: (state) => modulePage(visit, state),
  });
}

export async function sendItemMove(visit: Visit): Promise<Response> {
  return await changeItems(
    visit,
    z.object({ item: id(), by: choice(['up', 'down']) }),
    (content, moduleId, said) => withItemMoved(content, moduleId, said.item, said.by),
  );
}

export async function sendItemRemoval(visit: Visit): Promise<Response> {
  return await changeItems(visit, z.object({ item: id() }), (content, moduleId, { item }) =>
    withoutItem(content, moduleId, item),
  );
}

async function changeItems<Schema extends z.ZodType>(
  visit: Visit,
  schema: Schema,
  make: (content: Content, moduleId: string, said: z.infer<Schema>) => Content,
): Promise<Response> {
  const moduleId = idIn(visit, 'module');
  return await submitForm(visit, {
    schema,
    act: async (said, once) => {
      await changeCourse(
        visit.world,
        visit.actor,
        { courseId: idIn(visit), make: (content) => make(content, moduleId, said) },
        once,
      );
      return `/workspace/training/courses/${idIn(visit)}/modules/${moduleId}#items`;
    },
    again: (state) => modulePage(visit, state),
  });
}

async function modulePage(visit: Visit, form: FormState): Promise<Response> {
  const found = await editingOf(visit);
  const typed = found.draft.content.languages.find((one) => one === form.answers['in']);
  const editing = typed ? { ...found, writing: typed } : found;
  const { language, href, draft, writing, base } = editing;
  const t = words(language);
  const module = moduleOf(editing, visit);
  const path = `${base}/modules/${module.id}`;
  return visit.show({
    title: module.title[draft.sourceLanguage] ?? t('module'),
    body: (
      <>
        <Breadcrumb
          crumbs={[{ href: href(base), label: draft.content.title[draft.sourceLanguage] ?? t('course') }]}
        />
        <PageHead kind={t('module')} title={<bdi>{module.title[draft.sourceLanguage]}</bdi>} />
        <WritingIn editing={editing} path={path} />
        <Form
          action={href(path)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          version={form.stale?.version ?? draft.version}
        >
          {form.stale && (
            <StaleTexts
              current={form.stale.current}
              answers={form.answers}
              labels={{ title: t('module-title') }}
            />
          )}
          <input type="hidden" name="in" value={writing} />
          <TextField
            name="title"
            label={t('module-title')}
            hint={sourceHint(editing, module.title)}
            initial={module.title[writing]}
            lang={writing}
          />
          <SubmitButton look="plain">{t('save')}</SubmitButton>
        </Form>
        <section id="items">
          <h2>{t('items')}</h2>
          <Items editing={editing} module={module} path={path} idempotencyKey={form.idempotencyKey} />
          <p>{t('add-item')}</p>
          <div class="next-step">
            {newItemKinds.map((kind) => (
              <ButtonLink key={kind} href={href(`${path}/items/new?kind=${kind}`)}>
                {t(`item-kind.${kind}`)}
              </ButtonLink>
            ))}
          </div>
        </section>
      </>
    ),
  });
}

interface ItemsProps {
  readonly editing: Editing;
  readonly module: Module;
  readonly path: string;
  readonly idempotencyKey: string;
}

function kindOf(item: Item) {
  return item.kind === 'question' ? item.form : item.kind;
}

function Items({ editing, module, path, idempotencyKey }: ItemsProps) {
  const { language, href, draft, writing } = editing;
  const t = words(language);
  if (module.items.length === 0) return <p class="quiet">{t('no-items')}</p>;
  return (
    <ol class="tasks">
      {module.items.map((item, index) => {
        const start = saidIn(item.body, writing, draft.sourceLanguage).text.slice(0, 90);
        return (
          <li key={item.id}>
            <div>
              <a href={href(inLanguage(editing, `${path}/items/${item.id}`))}>
                <bdi>{start || t(`item-kind.${kindOf(item)}`)}</bdi>
              </a>
              <p class="quiet">
                {t(`item-kind.${kindOf(item)}`)}
                {!item.body[writing] && ` · ${t('not-translated')}`}
              </p>
            </div>
            <div class="next-step">
              {(['up', 'down'] as const).map((by) => (
                <ButtonForm
                  key={by}
                  action={href(`${path}/items/move`)}
                  idempotencyKey={`${idempotencyKey}-${index}${by}`}
                  also={{ item: item.id, by }}
                >
                  {t(`move-${by}`)}
                  <span class="unseen">: {start}</span>
                </ButtonForm>
              ))}
              <ButtonForm
                action={href(`${path}/items/removal`)}
                idempotencyKey={`${idempotencyKey}-${index}x`}
                look="danger"
                also={{ item: item.id }}
              >
                {t('remove')}
                <span class="unseen">: {start}</span>
              </ButtonForm>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
