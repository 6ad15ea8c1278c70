import { notFound } from '../../../../kernel/refusal.ts';
import { listActs } from '../../../../platform/audit/act.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { whyNotApprove, whyNotKeepWindows, whyNotTakeBack } from '../../permissions.ts';
import { whatIsMissing } from '../../rules/prepared-window.ts';
import { findKeptWindow } from '../../store/kept-windows.ts';
import { listWaitingQuestions } from '../../store/questions.ts';
import { listChanges } from '../../store/window-changes.ts';
import { idAsked } from './step.tsx';
import { KeptWindowPage } from './kept-window-page.tsx';

export async function showWindow(visit: Visit): Promise<Response> {
  return await windowPage(visit, freshForm(visit.world));
}

/** One window as its keepers see it: what is missing, what waits for a second person, what was done. */
export async function windowPage(visit: Visit, form: FormState, sent?: string): Promise<Response> {
  const { world, actor, language } = visit;
  const id = idAsked(visit);
  const seen = await reading(world, actor, async (tx) => ({
    window: await findKeptWindow(tx, id),
    changes: await listChanges(tx, id),
    questions: (await listWaitingQuestions(tx, id)).length,
    acts: await listActs(tx, { subject: { kind: 'window', id }, limit: 20 }),
  }));
  const { window } = seen;
  if (!window) throw notFound();
  const now = world.now();
  return visit.show({
    title: window.name[language] || window.name.en,
    body: (
      <KeptWindowPage
        {...seen}
        {...{ language, window, form, sent, now }}
        href={(path) => visit.href(path)}
        missing={whatIsMissing(window, now)}
        mayKeep={whyNotKeepWindows(actor) === undefined}
        mayApprove={(change) => whyNotApprove(actor, change)}
        mayTakeBack={(change) => whyNotTakeBack(actor, change) === undefined}
        newKey={() => world.newId()}
      />
    ),
    hasProblems: form.problems.length > 0,
  });
}
