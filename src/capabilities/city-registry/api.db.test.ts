import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { routes } from './api.ts';
import { aCity } from './builders.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  const worker = world.databases.worker.database;
  const brazil = [
    ['São Paulo', 10_021_295, 3_448_439],
    ['Belém', 1_407_737, 3_405_870],
    ['Bélem Velho', 1_407_737, 3_405_999],
    ['Acre', 900, 3_400_001],
  ] as const;
  for (const [name, population, geonamesId] of brazil) {
    await aCity(worker, {
      name,
      population,
      geonamesId,
      country: 'BR',
      latitude: -1.45583,
      longitude: -48.50444,
    });
  }
  await aCity(worker, {
    name: 'Cairo',
    population: 7_734_614,
    country: 'EG',
    alternates: { ar: 'القاهرة', fr: 'Le Caire' },
  });
});
afterAll(() => world.close());

async function ask(query: string) {
  const { status, text, headers } = await visitPage(world, routes, { path: `/api/v1/cities${query}` });
  return { status, headers, body: JSON.parse(text) };
}

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('GET /api/v1/cities', () => {
  it('lists a country’s cities by population, numbers as numbers', async () => {
    const { status, body, headers } = await ask('?country=BR&sort=-population&limit=1');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(body.items).toEqual([
      {
        id: '00000000-0000-8000-8000-000000349e77',
        geonamesId: 3448439,
        name: 'São Paulo',
        country: 'BR',
        population: 10021295,
        latitude: -1.45583,
        longitude: -48.50444,
      },
    ]);
  });

  it.each(['-population', 'population', 'name', '-name'])(
    'walks on by %s to the end, each city once',
    async (sort) => {
      const seen: string[] = [];
      let next: string | null = `/api/v1/cities?country=BR&sort=${sort}&limit=1`;
      while (next) {
        const { body } = await ask(next.replace('/api/v1/cities', ''));
        seen.push(...names(body));
        next = body.next;
      }
      const whole = await ask(`?country=BR&sort=${sort}`);
      expect(seen).toEqual(names(whole.body));
      expect(new Set(seen).size).toBe(4);
      expect(whole.body.next).toBeNull();
    },
  );

  it.each([
    ['sao pau', 'São Paulo'],
    ['القاهرة', 'Cairo'],
    ['le cai', 'Cairo'],
    ['caior', 'Cairo'],
  ])('finds by “%s”', async (search, name) => {
    const { body } = await ask(`?search=${encodeURIComponent(search)}&limit=10`);
    expect(names(body)[0]).toBe(name);
    expect(body.next).toBeNull();
  });

  it('searches within a country', async () => {
    expect(names((await ask('?search=cairo&country=BR')).body)).toEqual([]);
  });

  it.each([
    ['?country=Brazil', 'country', 'two-letter'],
    ['?country=ZZ', 'country', 'ZZ'],
    ['?limit=0', 'limit', '1 to 200'],
    ['?limit=many', 'limit', '1 to 200'],
    ['?sort=size', 'sort', '-population'],
    ['?after=%00', 'after', 'after'],
    [`?search=${'a'.repeat(201)}`, 'search', '200'],
  ])('refuses %s with a sentence that names the parameter', async (query, parameter, says) => {
    const { status, body } = await ask(query);
    expect(status).toBe(422);
    expect(body.parameter).toBe(parameter);
    expect(body.error).toContain(says);
  });

  it.each(["'; drop table city_registry.city; --", '%', '\\', '\u0000', '🏙', 'a'.repeat(200)])(
    'takes %j for a name like any other',
    async (search) => {
      const { status } = await ask(`?search=${encodeURIComponent(search)}`);
      expect(status).toBe(200);
    },
  );
});
