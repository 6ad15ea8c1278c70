import { dayInUtc, parseCalendarDate } from '../../kernel/calendar-date.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import { jsonResponse } from '../../platform/exports/json.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { anyone } from '../../platform/permissions/guard.ts';
import { figureItems } from './rules/figure-for-systems.ts';
import { listFigures } from './store/impact-page.ts';

export const routes: readonly Route[] = [
  get('/api/v1/figures', anyone, async (visit) => {
    const { world } = visit;
    const today = dayInUtc(world.now());
    const asked = visit.url.searchParams.get('as-at');
    const asAt = asked === null ? today : parseCalendarDate(asked);
    if (!asAt) throw new Refusal(because('platform:not-a-date'), 422);
    const figures = await listFigures(world.publicDb, asAt, today);
    return jsonResponse({ asAt, items: figureItems(figures, world.config.publicUrl) });
  }),
];
