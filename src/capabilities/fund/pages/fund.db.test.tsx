import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../tests/support/pages.tsx';
import { loadPublicHistory } from '../../../../tests/support/public-history.ts';
import { someone, testWorld } from '../../../../tests/support/world.ts';
import { stableId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { routes as api } from '../api.ts';
import { emptyShelf } from './form-shelf.ts';
import { publicRoutes } from './public/routes.tsx';
import { routes as workspace } from './workspace/routes.tsx';

const routes = publicRoutes(emptyShelf);
const world = await testWorld();
afterAll(() => world.close());
beforeAll(async () => {
  world.setNow(new Date('2026-11-21T10:00:00Z'));
  await loadPublicHistory(world);
});

const open = (path: string, language: Language = 'en') => visitPage(world, routes, { path, language });

describe("the fund's page", () => {
  it('shows what was published beside what can be named, and does not smooth the difference', async () => {
    const page = await open('/fund');
    const rows = [...page.document.querySelectorAll('#counts tbody tr')].map((row) => row.textContent ?? '');
    const end2023 = rows.find((row) => row.includes('now supporting 28 city governments'));
    expect(end2023).toMatch(/28271?/);
    expect(end2023).toContain('+1');
    expect(end2023).toContain('pipeline');
    expect(rows.find((row) => row.includes('28 city grantees worldwide'))).toContain('+7');
  });

  it('draws only dollars that were published, each once, and says what it leaves out', async () => {
    const page = await open('/fund');
    expect(page.text.replaceAll('\u00a0', ' ')).toContain(
      'Donors publicly promised USD 11,350,000 to windows of the fund',
    );
    expect(page.text).toContain('4 commitments are not drawn');
    expect(page.text).toContain('not published');
  });

  it('gives results in their own units, without any total', async () => {
    const page = await open('/fund');
    const heads = [...page.document.querySelectorAll('h3')].map((head) => head.textContent);
    expect(heads).toEqual(
      expect.arrayContaining(['People reached directly', 'Households', 'Enterprises', 'Vehicles']),
    );
    expect(page.text).not.toMatch(/total/i);
  });

  it.each(['fr', 'es', 'pt', 'ar'] as const)(
    'speaks %s without a key or an English word left',
    async (language) => {
      const page = await open('/fund', language);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/fund:|library:/);
      expect(page.document.querySelector('main')?.textContent).not.toMatch(
        /not published|Grants named|Why they differ/,
      );
    },
  );
});

describe('a window', () => {
  it('has its terms, donors and grants; a ceiling is never shown as an award', async () => {
    const page = await open('/fund/windows/gcf-economic-inclusion');
    const turin = [...page.document.querySelectorAll('table.cards tbody tr')].find((row) =>
      row.textContent?.includes('Turin'),
    );
    expect(turin?.textContent?.replaceAll('\u00a0', ' ')).toContain('not published (ceiling: USD 500,000)');
    const kanifing = [...page.document.querySelectorAll('table.cards tbody tr')].find((row) =>
      row.textContent?.includes('Kanifing'),
    );
    expect(kanifing?.textContent?.replaceAll('\u00a0', ' ')).toContain('USD 450,000');
  });

  it('says how many it will choose while no grant is announced', async () => {
    expect((await open('/fund/windows/gcf-sport-for-inclusion')).text).toContain(
      'To be chosen: 3 to 5 cities',
    );
    expect((await open('/fund/windows/none')).status).toBe(404);
  });
});

describe('the grantees', () => {
  it('are filtered by the address, each leading to its city', async () => {
    const page = await open('/fund/grantees?country=CO&cities=global-south');
    expect(page.document.querySelectorAll('table.cards tbody tr')).toHaveLength(3);
    expect(page.document.querySelector('tbody th a')?.getAttribute('href')).toMatch(/^\/cities\/00000000-/);
    expect(page.document.querySelector('.applied')?.textContent).toContain('Colombia');
    expect((await open('/fund/grantees?state=withdrawn')).text).toContain('No grant matches');
  });

  it('are given as CSV and JSON with the same filters', async () => {
    const csv = (await open('/fund/grantees.csv?window=gcf-inclusive-pandemic-response')).text
      .trim()
      .split('\r\n');
    expect(csv).toHaveLength(11);
    const json = JSON.parse((await visitPage(world, api, { path: '/api/v1/grants' })).text);
    expect(json.items).toHaveLength(34);
    const kanifing = json.items.find((item: { city: string }) => item.city === 'Kanifing');
    expect(kanifing).toMatchObject({ amount: '450000.00', ceiling: '500000.00', currency: 'USD' });
    expect(
      json.items.find((item: { city: string; amount: string | null }) => item.city === 'Turin').amount,
    ).toBeNull();
  });
});

describe('a grant in the workspace', () => {
  const actor = someone('staff-fund');
  const path = `/workspace/fund/grants/${stableId('grant', 'turin-economic-inclusion')}`;
  const source = { sourceAddress: 'https://example.org/a', sourceTitle: 'A', sourcePublisher: 'B' };
  const send = (to: string, form: Record<string, string>) =>
    visitPage(world, workspace, { actor, path: to, form });

  it('says all problems of an amount at once and keeps the answers', async () => {
    const page = await send(`${path}/amount`, {
      amount: 'lots',
      amountCurrency: 'USD',
      version: '1',
      ...source,
      sourceTitle: '',
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page).length).toBeGreaterThanOrEqual(2);
    expect(page.document.querySelector('#amount input[name=amount]')?.getAttribute('value')).toBe('lots');
  });

  it('takes a known amount once, and shows both texts to whoever comes late', async () => {
    const form = { amount: '480,000', amountCurrency: 'USD', reason: 'published', version: '1', ...source };
    expect((await send(`${path}/amount`, form)).status).toBe(303);
    const late = await send(`${path}/amount`, { ...form, amount: '470,000' });
    expect(late.status).toBe(409);
    expect(late.document.querySelector('.notice')?.textContent).toContain('480000.00');
    expect((await open('/fund/windows/gcf-economic-inclusion')).text.replaceAll('\u00a0', ' ')).toContain(
      'USD 480,000',
    );
  });

  it('takes a published result, which the fund then shows', async () => {
    const form = {
      value: '1,250',
      unit: 'households',
      qualifier: 'about',
      date: '2026-06',
      what: 'Homes repaired.',
      version: '2',
      ...source,
    };
    expect((await send(`${path}/results`, form)).status).toBe(303);
    expect((await open('/fund')).text).toContain('Homes repaired.');
    const page = await visitPage(world, workspace, { actor, path });
    expect(page.text).toContain('recorded a result of Turin: 1,250 households');
  });

  it('is read by the secretariat and changed by fund staff alone', async () => {
    const seen = await visitPage(world, workspace, { actor: someone('staff-support'), path });
    expect(seen.document.querySelector('form')).toBeNull();
    expect((await visitPage(world, workspace, { actor: someone('funder'), path })).status).toBe(404);
    const list = await visitPage(world, workspace, { actor, path: '/workspace/fund/grants' });
    expect(list.document.querySelectorAll('table.cards tbody tr')).toHaveLength(34);
  });
});
