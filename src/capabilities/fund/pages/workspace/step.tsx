import type { ComponentChildren } from 'preact';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { KeptWindow, PrepareStep } from '../../rules/prepared-window.ts';
import { findKeptWindow } from '../../store/kept-windows.ts';

const base = '/workspace/fund/windows';

export function idAsked(visit: Visit, name = 'id'): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}

export function pathOf(windowId: string, rest = ''): string {
  return `${base}/${windowId}${rest}`;
}

/** The window named in the path, as the actor may see it. */
export async function windowAsked(visit: Visit): Promise<KeptWindow> {
  const id = idAsked(visit);
  const window = await reading(visit.world, visit.actor, (tx) => findKeptWindow(tx, id));
  if (!window) throw notFound();
  return window;
}

interface StepShown {
  readonly window: KeptWindow;
  readonly step: PrepareStep;
  readonly form: FormState;
  /** What can be changed; left out once the window is open. */
  readonly children: ComponentChildren;
  /** What stands, shown always. */
  readonly standing?: ComponentChildren;
}

/** The page of one step: what stands, and the form while the window is being prepared. */
export function showStep(visit: Visit, { window, step, form, children, standing }: StepShown): Response {
  const { language } = visit;
  const t = words(language);
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(base), label: t('windows') },
          { href: visit.href(pathOf(window.id)), label: window.name[language] || window.name.en },
        ]}
      />
      <PageHead
        kind={window.name[language] || window.name.en}
        title={t(`step.${step}`)}
        lead={t(`step-lead.${step}`)}
      />
      {standing}
      {window.state === 'preparing' ? children : <Notice>{t('terms-are-public')}</Notice>}
    </>
  );
  return visit.show({ title: t(`step.${step}`), body, hasProblems: form.problems.length > 0 });
}

interface LinesProps {
  readonly visit: Visit;
  readonly window: KeptWindow;
  readonly idempotencyKey: string;
  readonly none: string;
  readonly lines: readonly {
    readonly key: string;
    readonly says: ComponentChildren;
    /** Where its removal is posted. */
    readonly removal: string;
  }[];
}

/** What stands in a step, each line with its button to take it away while that can be done. */
export function Lines({ visit, window, idempotencyKey, none, lines }: LinesProps) {
  const t = words(visit.language);
  if (lines.length === 0) return <EmptyState title={t('nothing-here-yet')}>{none}</EmptyState>;
  return (
    <ul class="tasks">
      {lines.map(({ key, says, removal }, index) => (
        <li key={key}>
          <div>{says}</div>
          {window.state === 'preparing' && (
            <Form
              id={`remove-${index}`}
              action={visit.href(removal)}
              idempotencyKey={`${idempotencyKey}-${index}`}
              aside
            >
              <SubmitButton look="danger">{t('remove')}</SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
