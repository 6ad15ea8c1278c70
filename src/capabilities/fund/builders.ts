import { calendarDate } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { loadRows } from '../../platform/database/edition-rows.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { Grant } from './rules/grant.ts';

function inAll(text: string): LocalText {
  return { en: text, fr: text, es: text, pt: text, ar: text };
}

/** A grant of 2022 to Kenema as pages see it, without a known amount. */
export function aShownGrant(over: Partial<Grant> = {}): Grant {
  return {
    id: stableId('grant', over.slug ?? 'kenema'),
    slug: 'kenema',
    city: {
      id: stableId('city', 'kenema'),
      geonamesId: 1,
      name: 'Kenema',
      names: {},
      country: 'SL',
      latitude: 7.9,
      longitude: -11.2,
      globalSouth: true,
      secondaryCity: true,
    },
    window: { slug: 'harbour-window', name: inAll('Harbours') },
    announced: { date: calendarDate('2022-05-18'), precision: 'day' },
    amount: null,
    ceiling: null,
    termMonths: null,
    state: 'announced',
    projectTitle: null,
    project: null,
    inferred: false,
    remark: null,
    version: 1,
    partners: [],
    sources: [],
    ...over,
  };
}

/** A window with a ceiling of 500,000 dollars and one grant in it, in the database. By the worker. @returns the grant's id */
export async function aGrant(tx: Tx, cityId: string, slug = 'kenema-harbours'): Promise<string> {
  const windowId = stableId('window', 'harbour-window');
  await loadRows(tx, 'fund.funding_window', [
    { id: windowId, slug: 'harbour-window', name: inAll('Harbours'), theme: inAll('Work in harbours.') },
  ]);
  const id = stableId('grant', slug);
  await loadRows(
    tx,
    'fund.city_grant',
    [
      {
        id,
        slug,
        city_id: cityId,
        window_id: windowId,
        announced: '2022-05-18',
        announced_precision: 'day',
        ceiling_minor: 50_000_000n,
        currency: 'USD',
        state: 'announced',
      },
    ],
    'changeable',
  );
  return id;
}
export { anOpenWindow } from './builders-window.ts';
