import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { checkForm } from '../../rules/check-form.ts';
import type { StoredVersion } from '../../rules/stored-form.ts';
import { said } from '../said.ts';
import { DraftSection } from './draft-section.tsx';
import { openDraft } from './open-form.ts';
import { draftPath, formPath, formsPath, previewPath } from './paths.ts';

export async function showDraft(visit: Visit): Promise<Response> {
  return await draftPage(visit, freshForm(visit.world));
}

/** The whole draft: its sections and questions, each to change, move, copy and take out. */
export async function draftPage(visit: Visit, state: FormState): Promise<Response> {
  const { form, draft } = await openDraft(visit);
  const title = said(draft.title, visit.language) || form.slug;
  return visit.show({
    title,
    body: <DraftView visit={visit} formId={form.id} draft={draft} title={title} state={state} />,
  });
}

interface DraftViewProps {
  readonly visit: Visit;
  readonly formId: string;
  readonly draft: StoredVersion;
  readonly title: string;
  readonly state: FormState;
}

function DraftView({ visit, formId, draft, title, state }: DraftViewProps) {
  const t = words(visit.language);
  const at = visit.href(draftPath(formId));
  const faults = checkForm(draft, visit.language);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(formsPath), label: t('forms') },
          { href: visit.href(formPath(formId)), label: title },
        ]}
      />
      <PageHead
        title={title}
        kind={t('draft-of', { version: draft.version })}
        lead={t('draft-lead')}
        next={
          <>
            <ButtonLink look="main" href={`${at}/checks`}>
              {t('draft-checks', { n: faults.length })}
            </ButtonLink>{' '}
            <ButtonLink href={visit.href(previewPath(formId, draft.version))}>{t('preview')}</ButtonLink>{' '}
            <ButtonLink href={`${at}/title`}>{t('title-edit')}</ButtonLink>
          </>
        }
      />
      <Form id="order" action={`${at}/moves`} problems={state.problems} idempotencyKey={state.idempotencyKey}>
        {draft.sections.length === 0 && (
          <EmptyState title={t('sections-none')}>{t('sections-none-why')}</EmptyState>
        )}
        {draft.sections.map((section) => (
          <DraftSection key={section.key} visit={visit} formId={formId} draft={draft} section={section} />
        ))}
      </Form>
      <section>
        <p>
          <ButtonLink href={`${at}/sections/new`}>{t('section-add')}</ButtonLink>
        </p>
      </section>
      {draft.version > 1 && (
        <section>
          <h2>{t('draft-drop')}</h2>
          <p>{t('draft-drop-says')}</p>
          <Form id="drop" aside action={`${at}/removal`} idempotencyKey={visit.world.newId()}>
            <SubmitButton look="danger">{t('draft-drop')}</SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}
