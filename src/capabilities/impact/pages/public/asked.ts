import { parseCalendarDate } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { Cursor } from '../../rules/entry-view.ts';
import { type FigurePage, readFigurePage } from '../../store/figure-page.ts';
import { type AsAt, readAsAt } from '../as-at.ts';

/** The figure a page or file is about, with its entries from `?after=` on. @throws a 404 refusal for an unknown key or version */
export async function figureAsked(visit: Visit, limit: number): Promise<AsAt & { page: FigurePage }> {
  const when = readAsAt(visit);
  const version = visit.query('version');
  if (version !== undefined && !/^\d{1,6}$/.test(version)) throw notFound();
  const page = await readFigurePage(visit.world.publicDb, {
    key: visit.param('key'),
    version: version === undefined ? null : Number(version),
    asAt: when.asAt,
    today: when.today,
    language: visit.language,
    after: cursorAsked(visit.query('after')),
    limit,
  });
  if (!page) throw notFound();
  return { ...when, page };
}

function cursorAsked(text: string | undefined): Cursor | null {
  const day = parseCalendarDate(text?.slice(0, 10) ?? '');
  const id = text?.slice(11) ?? '';
  return day && isUuid(id) ? { day, id } : null;
}
