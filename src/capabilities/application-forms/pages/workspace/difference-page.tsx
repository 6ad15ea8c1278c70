import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import { differenceOfForms } from '../../rules/form-difference.ts';
import { said } from '../said.ts';
import { openForm } from './open-form.ts';
import { formPath, formsPath } from './paths.ts';

/** What a version changed against the one before it, in plain words. */
export async function showDifference(visit: Visit): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { form, versions } = await openForm(visit);
  const at = versions.findIndex(({ version }) => String(version) === visit.param('version'));
  const [after, before] = [versions[at], versions[at + 1]];
  if (!after || !before) throw notFound();
  const changes = differenceOfForms(before, after, language);
  const title = t('difference-title', { before: before.version, after: after.version });
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(formsPath), label: t('forms') },
          { href: visit.href(formPath(form.id)), label: said(after.title, language) || form.slug },
        ]}
      />
      <PageHead title={title} lead={t('difference-lead')} />
      {changes.length === 0 ? (
        <p>{t('difference-none')}</p>
      ) : (
        <ul>
          {changes.map((change, place) => (
            <li key={place}>{explain(language, change)}</li>
          ))}
        </ul>
      )}
    </>
  );
  return visit.show({ title, body });
}
