import { z } from 'zod';
import { because, Refusal } from '../../../../kernel/refusal.ts';
import { text, wrong } from '../../../../platform/forms/fields.ts';
import { submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { editDraft } from '../../actions/edit-draft.ts';
import { copyPart, hasPart, movePart, type Part, removePart } from '../../rules/edit-form.ts';
import type { FormBody } from '../../rules/form.ts';
import { draftPage } from './draft-page.tsx';
import { formId } from './open-form.ts';
import { draftPath } from './paths.ts';

const named = z.object({
  part: text(120).transform((value, context) => {
    const [, what, key, way] = /^(section|question):([a-z][a-z0-9-]*)(?::(up|down))?$/.exec(value) ?? [];
    if (!what || !key) return wrong(context, 'platform:unknown-reference');
    return { what: what as Part['what'], key, way: way === 'up' ? ('up' as const) : ('down' as const) };
  }),
});

type Change = (draft: FormBody, part: Part & { readonly way: 'up' | 'down' }) => FormBody;

/** One press on one part of the draft; a part that somebody took out meanwhile is told so. */
function pressed(change: Change) {
  return async (visit: Visit): Promise<Response> => {
    const id = formId(visit);
    return await submitForm(visit, {
      schema: named,
      act: async ({ part }, once) => {
        await editDraft(
          visit.world,
          visit.actor,
          id,
          (draft) => {
            if (!hasPart(draft, part)) throw new Refusal(because('application-forms:part-gone'), 409);
            return change(draft, part);
          },
          once,
        );
        return `${draftPath(id)}#${part.what}-${part.key}`;
      },
      again: (state) => draftPage(visit, state),
    });
  };
}

export const sendMove = pressed((draft, part) => movePart(draft, part, part.way));
export const sendCopy = pressed((draft, part) => copyPart(draft, part));
export const sendPartRemoval = pressed((draft, part) => {
  const section = part.what === 'section' && draft.sections.find(({ key }) => key === part.key);
  if (section && section.questions.length > 0)
    throw new Refusal(because('application-forms:section-not-empty', { n: section.questions.length }));
  return removePart(draft, part);
});
