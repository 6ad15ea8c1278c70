import { z } from 'zod';
import { text, wholeNumber } from '../../../../platform/forms/fields.ts';
import { submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { beginDraft } from '../../actions/begin-draft.ts';
import { dropDraft } from '../../actions/drop-draft.ts';
import { publishForm } from '../../actions/publish-form.ts';
import { retireForm } from '../../actions/retire-form.ts';
import { showChecksAgain } from './checks-page.tsx';
import { formPage } from './form-page.tsx';
import type { FindFormUses } from './form-uses.ts';
import { formId } from './open-form.ts';
import { draftPath, formPath } from './paths.ts';

const nothing = z.object({});

export function sendDraft(findUses: FindFormUses) {
  return async (visit: Visit): Promise<Response> => {
    const id = formId(visit);
    return await submitForm(visit, {
      schema: nothing,
      act: async (_said, once) => {
        await beginDraft(visit.world, visit.actor, id, once);
        return draftPath(id);
      },
      again: (state) => formPage(visit, findUses, state),
    });
  };
}

export function sendDraftRemoval(findUses: FindFormUses) {
  return async (visit: Visit): Promise<Response> => {
    const id = formId(visit);
    return await submitForm(visit, {
      schema: nothing,
      act: async (_said, once) => {
        await dropDraft(visit.world, visit.actor, id, once);
        return formPath(id);
      },
      again: (state) => formPage(visit, findUses, state),
    });
  };
}

export function sendRetirement(findUses: FindFormUses) {
  return async (visit: Visit): Promise<Response> => {
    const id = formId(visit);
    return await submitForm(visit, {
      schema: z.object({ why: text(500) }),
      act: async ({ why }, once) => {
        await retireForm(visit.world, visit.actor, { formId: id, why }, once);
        return formPath(id);
      },
      again: (state) => formPage(visit, findUses, state),
    });
  };
}

export function sendReturn(findUses: FindFormUses) {
  return async (visit: Visit): Promise<Response> => {
    const id = formId(visit);
    return await submitForm(visit, {
      schema: nothing,
      act: async (_said, once) => {
        await retireForm(visit.world, visit.actor, { formId: id, why: null }, once);
        return formPath(id);
      },
      again: (state) => formPage(visit, findUses, state),
    });
  };
}

export async function sendPublication(visit: Visit): Promise<Response> {
  const id = formId(visit);
  return await submitForm(visit, {
    schema: z.object({ revision: wholeNumber(1) }),
    act: async ({ revision }, once) => {
      await publishForm(visit.world, visit.actor, { formId: id, revision }, once);
      return `${formPath(id)}?published=yes`;
    },
    again: (state) => showChecksAgain(visit, state),
  });
}
