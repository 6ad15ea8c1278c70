import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import { whyNotKeepForms } from '../../permissions.ts';
import type { Form as StoredForm, StoredVersion } from '../../rules/stored-form.ts';
import { said } from '../said.ts';
import type { FindFormUses, FormUse } from './form-uses.ts';
import { openForm } from './open-form.ts';
import { draftPath, formPath, formsPath } from './paths.ts';
import { VersionsTable } from './versions-table.tsx';

export function showForm(findUses: FindFormUses) {
  return async (visit: Visit): Promise<Response> => await formPage(visit, findUses, freshForm(visit.world));
}

export async function formPage(visit: Visit, findUses: FindFormUses, state: FormState): Promise<Response> {
  const { form, versions } = await openForm(visit);
  const ids = new Set(versions.map(({ id }) => id));
  const uses = (await findUses(visit)).filter(({ versionId }) => ids.has(versionId));
  const title = said(versions[0]?.title, visit.language) || form.slug;
  const body = (
    <FormView visit={visit} form={form} versions={versions} uses={uses} state={state} title={title} />
  );
  return visit.show({ title, body });
}

interface FormViewProps {
  readonly visit: Visit;
  readonly form: StoredForm;
  readonly versions: readonly StoredVersion[];
  readonly uses: readonly FormUse[];
  readonly state: FormState;
  readonly title: string;
}

function FormView({ visit, form, versions, uses, state, title }: FormViewProps) {
  const t = words(visit.language);
  const keeps = !whyNotKeepForms(visit.actor);
  const draft = versions.find(({ stage }) => stage === 'draft');
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(formsPath), label: t('forms') }]} />
      <PageHead
        title={title}
        kind={t(`purpose.${form.purpose}`)}
        stage={form.isExample ? <Tag tone="neutral">{t('stage.example')}</Tag> : undefined}
        next={
          keeps &&
          draft && (
            <ButtonLink look="main" href={visit.href(draftPath(form.id))}>
              {t('draft-edit', { version: draft.version })}
            </ButtonLink>
          )
        }
      />
      {visit.query('published') && <Notice live>{t('published-says')}</Notice>}
      {form.isExample && <p>{t('example-says')}</p>}
      {form.retiredAt && <Notice>{t('retired-says', { why: form.whyRetired ?? '' })}</Notice>}
      {keeps && !draft && !form.retiredAt && (
        <Form id="begin" aside action={visit.href(draftPath(form.id))} idempotencyKey={state.idempotencyKey}>
          <p>{t('draft-begin-says')}</p>
          <SubmitButton>{t('draft-begin')}</SubmitButton>
        </Form>
      )}
      <section>
        <h2>{t('versions')}</h2>
        <VersionsTable visit={visit} formId={form.id} versions={versions} />
      </section>
      <section>
        <h2>{t('form-uses')}</h2>
        {uses.length === 0 ? (
          <p class="quiet">{t('uses-none')}</p>
        ) : (
          <ul>
            {uses.map((use) => (
              <li key={use.href}>
                <a href={visit.href(use.href)}>{use.name}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {keeps && <Retirement visit={visit} form={form} state={state} />}
    </>
  );
}

function Retirement({ visit, form, state }: Pick<FormViewProps, 'visit' | 'form' | 'state'>) {
  const t = words(visit.language);
  const path = visit.href(`${formPath(form.id)}/${form.retiredAt ? 'return' : 'retirement'}`);
  return (
    <section>
      <h2>{t(form.retiredAt ? 'return' : 'retire')}</h2>
      <p>{t(form.retiredAt ? 'return-says' : 'retire-says')}</p>
      <Form
        action={path}
        problems={state.problems}
        answers={state.answers}
        idempotencyKey={visit.world.newId()}
      >
        {!form.retiredAt && <TextField name="why" label={t('retire-why')} />}
        <SubmitButton look={form.retiredAt ? 'plain' : 'danger'}>
          {t(form.retiredAt ? 'return' : 'retire')}
        </SubmitButton>
      </Form>
    </section>
  );
}
