import ical from 'ical-generator';
import type { Language } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { OpenWindow } from '../../rules/window.ts';
import { findCall } from '../../store/call-page.ts';
import { findOpenWindow, listWindows } from '../../store/kept-windows.ts';

/** The deadlines for a calendar, in UTC (RFC 5545); a moved one keeps its UID. */
export async function calendarOfWindow(visit: Visit): Promise<Response> {
  const { world, language } = visit;
  const window = await findOpenWindow(world.publicDb, visit.param('slug'));
  if (!window) throw notFound();
  return new Response(calendarText(window, language, world.config.publicUrl, world.now()), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${window.slug}.ics"`,
      'cache-control': 'public, max-age=60',
    },
  });
}

function calendarText(window: OpenWindow, language: Language, publicUrl: string, now: Date): string {
  const t = words(language);
  const calendar = ical({
    name: window.name[language],
    prodId: { company: 'Mayors Migration Council', product: 'Platform', language: language.toUpperCase() },
  });
  const host = new URL(publicUrl).hostname;
  for (const stage of window.stages) {
    const name = t(`stage.${stage.key}`);
    const url = `${publicUrl}/${language}/fund/windows/${window.slug}`;
    const both = [
      ['opens', stage.opensAt],
      ['closes', stage.closesAt],
    ] as const;
    for (const [what, at] of both) {
      calendar.createEvent({
        id: `${window.id}-${stage.key}-${what}@${host}`,
        stamp: now,
        start: at,
        end: at,
        summary: `${window.name[language]}: ${name}: ${t(what)}`,
        url,
      });
    }
  }
  return calendar.toString();
}

/** The window as other systems read it. */
export async function windowFile(visit: Visit): Promise<Response> {
  const call = await findCall(visit.world.publicDb, visit.param('slug'));
  if (!call) throw notFound();
  const { window, donors, changes, answers } = call;
  return jsonResponse({ ...windowForSystems(window), donors, changes, answers }, window.slug);
}

/** Windows that were opened on this platform. */
export async function windowsForSystems(visit: Visit): Promise<Response> {
  const windows = await listWindows(visit.world.publicDb);
  return jsonResponse({ asAt: visit.world.now(), items: windows.map(windowForSystems) });
}

function windowForSystems<Window extends { readonly ceiling: OpenWindow['ceiling'] | null }>(window: Window) {
  const { ceiling, ...rest } = window;
  return {
    ...rest,
    // Whole minor units as text: JSON numbers are floats.
    ceiling: ceiling && { amountMinor: String(ceiling.amountMinor), currency: ceiling.currency },
  };
}
