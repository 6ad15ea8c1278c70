import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { findCall } from '../../store/call-page.ts';
import { donorsOf } from '../../store/donors.ts';
import { listChanges } from '../../store/window-changes.ts';
import { CallPage } from '../public/call-page.tsx';
import { idAsked, pathOf, windowAsked } from './step.tsx';

/** The window's page as a city will see it. */
export async function showPreview(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const id = idAsked(visit);
  const call = await reading(world, actor, (tx) => findCall(tx, id));
  if (!call) throw notFound();
  const name = call.window.name[language] || call.window.name.en;
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(pathOf(id)), label: name }]} />
      <Notice>{t('preview-says')}</Notice>
      <CallPage
        {...{ language, call }}
        now={world.now()}
        href={(path) => visit.href(path)}
        fund={{ grants: [] }}
      />
    </>
  );
  return visit.show({ title: name, body, script: true });
}

/** All of the window as staff keep it, for another system or for the archive. */
export async function keptWindowFile(visit: Visit): Promise<Response> {
  const window = await windowAsked(visit);
  const { donors, changes } = await reading(visit.world, visit.actor, async (tx) => ({
    donors: await donorsOf(tx, window.id),
    changes: await listChanges(tx, window.id),
  }));
  const response = jsonResponse({ ...window, donors, changes }, window.slug);
  response.headers.set('cache-control', 'no-store');
  response.headers.delete('access-control-allow-origin');
  return response;
}
