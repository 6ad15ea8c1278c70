import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../../kernel/id.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import { aFact } from '../city-record/builders.ts';
import { aCity } from '../city-registry/builders.ts';
import type { MatchingProblem } from './rules/matching/problem.ts';
import type { PoolCity } from './rules/pool-city.ts';
import { type Topic, topicKeys } from '../city-record/index.ts';
import { currentWeights } from './rules/weights.ts';
import { saveProfile } from './store/city-standing.ts';

export { aPerson } from '../people/builders.ts';

/** A city of the pool for tests: takes one partner, offers housing, asks for health, speaks English. */
export function aPoolCity(id: string, over: Partial<PoolCity> = {}): PoolCity {
  return {
    id,
    partners: 1,
    languages: ['en'],
    offsetMinutes: 0,
    offers: ['housing'],
    asks: ['health'],
    band: '300k-1m',
    income: 'low',
    region: 'Africa',
    globalSouth: true,
    secondary: false,
    ...over,
  };
}

export function aProblem(cities: readonly PoolCity[], over: Partial<MatchingProblem> = {}): MatchingProblem {
  return {
    shape: 'pairs',
    cities,
    apart: [],
    pins: [],
    forbidden: [],
    maxPartners: 3,
    wish: 'similar',
    weights: currentWeights,
    secondsAtMost: 20,
    ...over,
  };
}

/** The same numbers for the same seed, between 0 and 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const tongues = ['en', 'fr', 'es', 'pt', 'ar'];
const regions = ['Africa', 'Americas', 'Asia', 'Europe'];
const bands = ['50k-300k', '300k-1m', '1m-5m', 'over-5m'];
const incomes = ['low', 'lower-middle', 'upper-middle', 'high'];

/** A pool of made-up cities as varied as real ones: one to three partners, topics and languages each. */
export function aVariedPool(size: number, seed: number, topics = topicKeys.length): PoolCity[] {
  const random = seeded(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const some = <T>(from: readonly T[], most: number): T[] =>
    from
      .map((one) => ({ one, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, 1 + upTo(most))
      .map(({ one }) => one);
  return Array.from({ length: size }, (_, index) =>
    aPoolCity(`city-${String(index).padStart(4, '0')}`, {
      partners: 1 + upTo(3),
      languages: some(tongues, 2),
      offsetMinutes: 60 * (upTo(20) - 8),
      offers: some(topicKeys.slice(0, topics), 3),
      asks: some(topicKeys.slice(0, topics), 3),
      band: bands[upTo(4)] ?? 'unknown',
      income: incomes[upTo(4)] ?? null,
      region: regions[upTo(4)] ?? null,
      globalSouth: random() < 0.6,
      secondary: random() < 0.5,
    }),
  );
}

/** A city that takes part, with what it teaches and wants to learn: Kenema unless told. By the worker. */
export async function aParticipant(
  tx: Tx,
  wish: Parameters<typeof aCity>[1] & {
    readonly offers?: readonly Topic[];
    readonly asks?: readonly Topic[];
    readonly partners?: number;
    readonly languages?: readonly string[];
  } = {},
): Promise<{ readonly id: string; readonly name: string; readonly email: string }> {
  const { offers = [], asks = [], partners = 1, languages = ['en'], ...city } = wish;
  const { id, name } = await aCity(tx, city);
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.org`;
  await saveProfile(
    tx,
    {
      cityId: id,
      partners,
      languages,
      timeZone: 'Africa/Freetown',
      contactName: `Contact of ${name}`,
      contactEmail: email,
      contactLanguage: 'en',
      paused: false,
    },
    null,
  );
  const maker = { newId: () => uuidv7(new Date(), randomBytes(10)) };
  const plain = { cityId: id, source: null, asOf: null, audience: 'council' as const };
  const said = (topic: Topic) => ({
    item: topic,
    value: { until: null, urgency: 'now' as const, detail: `About ${topic}` },
  });
  for (const topic of offers) await aFact(tx, maker, { ...plain, kind: 'capacity', ...said(topic) });
  for (const topic of asks) await aFact(tx, maker, { ...plain, kind: 'need', ...said(topic) });
  return { id, name, email };
}
