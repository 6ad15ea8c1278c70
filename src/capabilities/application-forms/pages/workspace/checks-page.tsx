import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import { checkForm, type FormFault } from '../../rules/check-form.ts';
import { questionsOf } from '../../rules/questions.ts';
import { said } from '../said.ts';
import { openDraft } from './open-form.ts';
import { draftPath, formPath, formsPath, previewPath, questionPath, sectionPath } from './paths.ts';

export async function showChecks(visit: Visit): Promise<Response> {
  return await showChecksAgain(visit, freshForm(visit.world));
}

/** What is still to be mended; and, when nothing is, the button that publishes. */
export async function showChecksAgain(visit: Visit, state: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { form, draft } = await openDraft(visit);
  const faults = checkForm(draft, language);
  const hrefOf = ({ part }: FormFault) => {
    if (part === '') return draftPath(form.id);
    const isSection = draft.sections.some(({ key }) => key === part);
    return isSection ? sectionPath(form.id, part) : questionPath(form.id, part);
  };
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(formsPath), label: t('forms') },
          { href: visit.href(draftPath(form.id)), label: t('draft-of', { version: draft.version }) },
        ]}
      />
      <PageHead title={t('checks')} kind={said(draft.title, language)} lead={t('checks-lead')} />
      {faults.length > 0 ? (
        <section>
          <h2>{t('checks-to-mend', { n: faults.length })}</h2>
          <ul>
            {faults.map((fault, place) => (
              <li key={place}>
                <a href={visit.href(hrefOf(fault))}>{explain(language, fault.reason)}</a>
              </li>
            ))}
          </ul>
          {state.problems.map(({ reason }) => (
            <p class="error" key={reason.key}>
              {explain(language, reason)}
            </p>
          ))}
        </section>
      ) : (
        <section>
          <h2>{t('checks-well')}</h2>
          <ul>
            <li>{t('checks-languages')}</li>
            <li>{t('checks-conditions')}</li>
            <li>{t('checks-questions', { n: questionsOf(draft).length })}</li>
          </ul>
          <p>{t('publish-says')}</p>
          <Form
            action={visit.href(`${formPath(form.id)}/versions`)}
            problems={state.problems}
            idempotencyKey={state.idempotencyKey}
          >
            <input type="hidden" name="revision" value={draft.revision} />
            <SubmitButton>{t('publish', { version: draft.version })}</SubmitButton>{' '}
            <ButtonLink href={visit.href(previewPath(form.id, draft.version))}>{t('preview')}</ButtonLink>
          </Form>
        </section>
      )}
    </>
  );
  return visit.show({ title: t('checks'), body });
}
