import { z } from 'zod';
import type { Tx } from '../../../../platform/database/atomically.ts';
import { submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import type { KeptWindow, PrepareStep } from '../../rules/prepared-window.ts';
import type { TermsParts } from '../../store/preparing.ts';
import { idAsked, pathOf } from './step.tsx';

/** Takes one line of a step away, and shows the step again. */
export function removalForm(
  step: PrepareStep,
  work: (tx: Tx, visit: Visit, windowId: string, window: KeptWindow) => Promise<TermsParts | undefined>,
) {
  return async (visit: Visit): Promise<Response> => {
    const windowId = idAsked(visit);
    const path = pathOf(windowId, `/${step}`);
    return await submitForm(visit, {
      schema: z.object({}),
      act: async (_said, once) => {
        await prepareWindow(
          visit.world,
          visit.actor,
          { windowId, step },
          (tx, window) => work(tx, visit, windowId, window),
          once,
        );
        return path;
      },
      // It was gone, or the window was opened meanwhile: the page says how it stands.
      again: () => visit.redirect(path),
    });
  };
}
