import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { ModuleView } from '../module-view.tsx';
import { fileResponse } from '../public/take-along.tsx';
import { moduleAt } from '../read-course.ts';
import { Said } from '../said.tsx';
import { editingOf } from './editor.ts';

/** The draft as learners would see it, in the language of the page. */
export async function showPreview(visit: Visit): Promise<Response> {
  const { draft, base, language, href } = await editingOf(visit);
  const t = words(language);
  const { module, place } = moduleAt(visit, draft.content);
  const at = (n: number) => href(`${base}/preview/${n}`);
  return visit.show({
    title: t('preview'),
    body: (
      <>
        <Breadcrumb
          crumbs={[{ href: href(base), label: draft.content.title[draft.sourceLanguage] ?? t('course') }]}
        />
        <PageHead
          kind={t('preview')}
          title={<Said of={module.title} language={language} source={draft.sourceLanguage} />}
        />
        <Notice>{t('preview-lead')}</Notice>
        <ModuleView
          language={language}
          content={draft.content}
          module={module}
          form={freshForm(visit.world)}
          action={at(place)}
          marked={undefined}
          fileAddress={(item) => href(`${base}/files/${item.id}`)}
          keeps={false}
        />
        <Pagination
          previousHref={place > 1 ? at(place - 1) : undefined}
          nextHref={place < draft.content.modules.length ? at(place + 1) : undefined}
        />
      </>
    ),
  });
}

export async function sendDraftFile(visit: Visit): Promise<Response> {
  const { draft } = await editingOf(visit);
  const item = draft.content.modules
    .flatMap(({ items }) => items)
    .find((one) => one.kind === 'file' && one.id === visit.param('item'));
  if (item?.kind !== 'file') throw notFound();
  const response = await fileResponse(visit.world, item);
  response.headers.set('cache-control', 'no-store');
  return response;
}
