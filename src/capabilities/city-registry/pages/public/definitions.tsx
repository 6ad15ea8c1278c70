import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { listDefinitions } from '../../store/definitions.ts';
import { DefinitionsPage } from './definitions-page.tsx';

export async function showDefinitions(visit: Visit): Promise<Response> {
  const { definitions, lists } = await listDefinitions(visit.world.publicDb);
  return visit.show({
    title: words(visit.language)('definitions-title'),
    body: (
      <DefinitionsPage
        visit={visit}
        definitions={definitions}
        lists={lists}
        day={dayInUtc(visit.world.now())}
      />
    ),
    cacheSeconds: 60,
  });
}
