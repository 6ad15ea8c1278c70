import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound, Stale } from '../../../../kernel/refusal.ts';
import { version, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { editDraft } from '../../actions/edit-draft.ts';
import { words } from '../../messages/index.ts';
import { addSection, changeSection, keyFor } from '../../rules/edit-form.ts';
import { fingerprint } from '../../rules/fingerprint.ts';
import type { FormBody, Section } from '../../rules/form.ts';
import type { Posted } from '../../rules/posted.ts';
import { fieldNames } from './field-names.ts';
import { isEmptyText, LocalTextFields, localTextIn, localTextOut } from './local-text-fields.tsx';
import { formId, openDraft } from './open-form.ts';
import { draftPath, sectionPath } from './paths.ts';

/** What this page writes: a section's words, or the form's title when there is no section. */
interface Words {
  readonly title: Section['title'];
  readonly lead?: Section['lead'];
}

const posted = z.looseObject({ version: version() }).transform((said, context) => {
  const title = localTextIn(said as unknown as Posted, 'title');
  const lead = localTextIn(said as unknown as Posted, 'lead');
  if (isEmptyText(title)) return wrong(context, 'application-forms:label-needed', {}, ['title']);
  return { version: said.version, words: isEmptyText(lead) ? { title } : { title, lead } };
});

const wordsOf = (section: Words): Words =>
  section.lead ? { title: section.title, lead: section.lead } : { title: section.title };
const said = (part: Words) => ({ ...localTextOut('title', part.title), ...localTextOut('lead', part.lead) });

function checkFresh(part: Words, opened: number): void {
  const now = fingerprint(wordsOf(part));
  if (now !== opened) throw new Stale(said(part), now);
}

/** One page for three things: a new section, a section's words, and the form's own title. */
function wordsPage(
  kind: 'section-new' | 'section-edit' | 'title-edit',
  find: (draft: FormBody, key: string) => Words | undefined,
  change: (draft: FormBody, key: string, words: Words, opened: number) => FormBody,
) {
  const keyIn = (visit: Visit) => (kind === 'section-edit' ? visit.param('section') : '');
  const show = async (visit: Visit, state: FormState): Promise<Response> => {
    const { form, draft } = await openDraft(visit);
    const part = find(draft, keyIn(visit));
    if (kind !== 'section-new' && !part) throw notFound();
    const at = draftPath(form.id);
    const action = {
      'section-new': `${at}/sections`,
      'section-edit': sectionPath(form.id, keyIn(visit)),
      'title-edit': `${at}/title`,
    }[kind];
    return drawn(visit, state, { kind, part, action, back: at });
  };
  return {
    show: (visit: Visit) => show(visit, freshForm(visit.world)),
    send: async (visit: Visit): Promise<Response> => {
      const id = formId(visit);
      return await submitForm(visit, {
        schema: posted,
        act: async (sent, once) => {
          const edit = (draft: FormBody) => change(draft, keyIn(visit), sent.words, sent.version);
          await editDraft(visit.world, visit.actor, id, edit, once);
          return draftPath(id);
        },
        again: (state) => show(visit, state),
      });
    },
  };
}

interface Drawn {
  readonly kind: 'section-new' | 'section-edit' | 'title-edit';
  readonly part: Words | undefined;
  readonly action: string;
  readonly back: string;
}

function drawn(visit: Visit, state: FormState, { kind, part, action, back }: Drawn): Response {
  const t = words(visit.language);
  const labels = fieldNames(Object.keys(state.stale?.current ?? {}), visit.language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(back), label: t('draft') }]} />
      <PageHead title={t(kind)} />
      {state.stale && <StaleTexts current={state.stale.current} answers={state.answers} labels={labels} />}
      <Form
        action={visit.href(action)}
        problems={state.problems}
        answers={state.answers}
        idempotencyKey={state.idempotencyKey}
        version={state.stale?.version ?? state.answers['version'] ?? fingerprint(part ? wordsOf(part) : null)}
      >
        <LocalTextFields name="title" label={t('words-title')} initial={part?.title} />
        {kind !== 'title-edit' && (
          <LocalTextFields
            name="lead"
            label={t('words-lead')}
            hint={t('words-lead-hint')}
            initial={part?.lead}
            many
            optional
          />
        )}
        <SubmitButton>{t('words-save')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t(kind), body });
}

const sectionIn = (draft: FormBody, key: string) => draft.sections.find((one) => one.key === key);

export const newSection = wordsPage(
  'section-new',
  () => undefined,
  (draft, _key, part) =>
    addSection(draft, { key: keyFor(part.title.en, draft, 'section'), ...wordsIn(part), questions: [] }),
);

export const sectionWords = wordsPage('section-edit', sectionIn, (draft, key, part, opened) => {
  const section = sectionIn(draft, key);
  if (!section) throw notFound();
  checkFresh(section, opened);
  return changeSection(draft, key, ({ questions }) => ({ key, ...wordsIn(part), questions }));
});

export const formTitle = wordsPage(
  'title-edit',
  (draft) => ({ title: draft.title }),
  (draft, _key, part, opened) => {
    checkFresh({ title: draft.title }, opened);
    return { ...draft, title: part.title };
  },
);

function wordsIn({ title, lead }: Words): Pick<Section, 'title' | 'lead'> {
  return lead ? { title, lead } : { title };
}
