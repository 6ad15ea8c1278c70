import { fileURLToPath } from 'node:url';
import { type Edition, readEdition } from '../../src/edition/index.ts';
import { aCity } from '../../src/capabilities/city-registry/builders.ts';
import { loadDiplomacy } from '../../src/capabilities/diplomacy/index.ts';
import { loadFund } from '../../src/capabilities/fund/index.ts';
import { loadGovernance } from '../../src/capabilities/governance/index.ts';
import { loadLibrary, loadSources } from '../../src/capabilities/library/index.ts';
import { loadOrganisations, loadPersons, loadRelationships } from '../../src/capabilities/people/index.ts';
import { atomically, type Tx } from '../../src/platform/database/atomically.ts';
import { systemActor } from '../../src/platform/events/system-actor.ts';
import { asWorker, type TestWorld } from './world.ts';

/**
 * The shipped edition's history in a test database, without the gazetteer: its cities stand alone, all of them secondary
 * cities of the Global South unless they lie in the countries named here.
 */
export async function loadPublicHistory(world: TestWorld): Promise<Edition> {
  const edition = await readEdition(fileURLToPath(new URL('../../database/edition', import.meta.url)));
  const north = new Set(['IT', 'GB', 'US', 'CA', 'CH', 'GR', 'ES', 'SN', 'FR', 'DE', 'BE', 'PS', 'UA']);
  await atomically(asWorker(world), systemActor, async (tx) => {
    for (const { geonamesId, name, country } of edition.cities)
      await aCity(tx, {
        geonamesId,
        name,
        country,
        globalSouth: !north.has(country),
        secondaryCity: !north.has(country),
      });
    await loadSources(tx, edition.sources);
    await loadOrganisations(tx, world, edition.organisations);
    await loadPersons(tx, world, edition.persons, edition.cities);
    await loadRelationships(tx, world, edition.relationships);
    await loadHistory(tx, edition);
  });
  return edition;
}

/** What every start of the platform does; a second time it changes nothing. */
export async function loadHistory(tx: Tx, edition: Edition): Promise<void> {
  await loadLibrary(tx, edition);
  await loadGovernance(tx, edition);
  await loadDiplomacy(tx, edition);
  await loadFund(tx, edition);
}
