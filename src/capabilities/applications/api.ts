import { jsonResponse } from '../../platform/exports/json.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { anyone } from '../../platform/permissions/guard.ts';
import { listWindows } from '../fund/index.ts';
import { burdenOf } from './store/burden.ts';

/** Minutes per applicant, by window and stage: the published figure, with what it means. */
const definition =
  'Minutes that people of a city worked on an application of a stage, added up over all who took part: time between two saves of one person, ' +
  'gaps above five minutes not counted, plus one minute for each sitting. Published for stages with at least five applications sent.';

export const routes: readonly Route[] = [
  get('/api/v1/application-minutes', anyone, async ({ world }) => {
    const windows = await listWindows(world.publicDb);
    const items = await Promise.all(
      windows.map(async (window) => ({
        window: window.slug,
        stages: await burdenOf(world.publicDb, window.id),
      })),
    );
    return jsonResponse({ definition, items: items.filter(({ stages }) => stages.length > 0) });
  }),
];
