import type { Reason } from '../../kernel/refusal.ts';
import { because } from '../../kernel/refusal.ts';
import type { Visit } from '../../platform/http/route.ts';
import { get } from '../../platform/http/route.ts';
import { explain } from '../../platform/languages/catalogue.ts';
import { anyone } from '../../platform/permissions/guard.ts';
import { type After, type CitySort, citySorts, listCityItems } from './store/city-list.ts';
import { isCountry } from './store/countries.ts';
import { searchCityItems } from './store/search.ts';
import './messages/index.ts';

const most = 200;

/** What is wrong with a request, and with which of its parameters. */
class WrongParameter extends Error {
  readonly parameter: string;
  readonly reason: Reason;
  constructor(parameter: string, reason: Reason) {
    super(reason.key);
    this.parameter = parameter;
    this.reason = reason;
  }
}

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=60' };

export const routes = [
  get('/api/v1/cities', anyone, async (visit) => {
    try {
      return new Response(await answer(visit), { headers });
    } catch (error) {
      if (!(error instanceof WrongParameter)) throw error;
      const sentence = explain(visit.language, error.reason);
      return Response.json({ error: sentence, parameter: error.parameter }, { status: 422 });
    }
  }),
];

async function answer(visit: Visit): Promise<string> {
  const country = countryOf(visit.query('country'));
  const search = visit.query('search');
  if (search !== undefined) {
    if (search.length > 200) throw new WrongParameter('search', because('city-registry:search-too-long'));
    const limit = limitOf(visit.query('limit'), 10);
    const items = await searchCityItems(visit.world.publicDb, { words: search, country, limit });
    return `{"items":${items},"next":null}`;
  }
  const sort = sortOf(visit.query('sort'));
  const limit = limitOf(visit.query('limit'), 50);
  const after = afterOf(visit.query('after'), sort);
  const page = await listCityItems(visit.world.publicDb, { country, sort, limit, after });
  if (page.items.length === 0 && country !== null && !(await isCountry(visit.world.publicDb, country)))
    throw new WrongParameter('country', because('city-registry:unknown-country', { country }));
  const next = page.after && nextAddress(visit, page.after);
  return JSON.stringify({ items: page.items, next });
}

function countryOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^[A-Za-z]{2}$/.test(text))
    throw new WrongParameter('country', because('city-registry:not-a-country-code'));
  return text.toUpperCase();
}

function limitOf(text: string | undefined, fallback: number): number {
  const limit = text === undefined ? fallback : /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= most) return limit;
  throw new WrongParameter('limit', because('city-registry:not-a-limit', { most }));
}

function sortOf(text: string | undefined): CitySort {
  const sort = citySorts.find((one) => one === (text ?? '-population'));
  if (sort) return sort;
  throw new WrongParameter('sort', because('city-registry:not-a-sort', { sorts: citySorts.join(', ') }));
}

/** The cursor: what the last city was sorted by and its GeoNames number, as nobody needs to read it. */
function afterOf(text: string | undefined, sort: CitySort): After | null {
  if (text === undefined) return null;
  const [geonamesId = '', value = ''] = Buffer.from(text, 'base64url').toString('utf8').split(/ (.*)/s);
  const byName = sort.endsWith('name');
  if (/^\d{1,9}$/.test(geonamesId) && (byName || /^\d{1,9}$/.test(value)))
    return { value: byName ? value : Number(value), geonamesId: Number(geonamesId) };
  throw new WrongParameter('after', because('city-registry:not-a-cursor'));
}

function nextAddress(visit: Visit, after: After): string {
  const query = new URLSearchParams(visit.url.search);
  query.set('after', Buffer.from(`${after.geonamesId} ${after.value}`).toString('base64url'));
  return `/api/v1/cities?${query}`;
}
