import { loadExampleForms } from '../capabilities/application-forms/index.ts';
import { loadCityEngagements, loadCountries, loadGazetteer } from '../capabilities/city-registry/index.ts';
import { loadDiplomacy } from '../capabilities/diplomacy/index.ts';
import { loadFund } from '../capabilities/fund/index.ts';
import { loadGovernance } from '../capabilities/governance/index.ts';
import { loadDefinitions, loadFirstClaims } from '../capabilities/impact/index.ts';
import { loadLibrary, loadSources } from '../capabilities/library/index.ts';
import { loadOrganisations, loadPersons, loadRelationships } from '../capabilities/people/index.ts';
import { loadTemplates } from '../capabilities/support-desk/index.ts';
import { type Edition, readEdition } from '../edition/index.ts';
import { dayInUtc } from '../kernel/calendar-date.ts';
import { shipped } from '../platform/config/project-root.ts';
import { atomically, type Tx } from '../platform/database/atomically.ts';
import type { Database } from '../platform/database/connect.ts';
import { systemActor } from '../platform/events/system-actor.ts';
import type { World } from '../world.ts';
import type { Progress } from './progress-line.ts';

/** Loads what the platform ships with: every city of the world, and the council's public history. Writes only what changed. */
export async function loadRecords(world: World, owner: Database, progress: Progress): Promise<void> {
  const edition = await readEdition(shipped('database/edition'));
  await atomically(world, systemActor, async (tx) => {
    await loadSources(tx, edition.sources);
    await loadCountries(tx, edition, dayInUtc(world.now()));
  });
  const cities = await loadGazetteer(owner, shipped('database/gazetteer'), (done, total) =>
    progress.step('Loading every city of the world', done, total),
  );
  if (cities > 0) progress.done(`${cities.toLocaleString('en')} cities loaded`);
  const claims = await atomically(world, systemActor, (tx) => loadHistory(tx, world, edition));
  if (claims > 0) progress.done(`${claims.toLocaleString('en')} entries of the public record loaded`);
}

/** Each loader cites what an earlier one brought; the order matters. */
async function loadHistory(tx: Tx, world: World, edition: Edition): Promise<number> {
  await loadOrganisations(tx, world, edition.organisations);
  await loadPersons(tx, world, edition.persons, edition.cities);
  await loadRelationships(tx, world, edition.relationships);
  await loadLibrary(tx, edition);
  await loadGovernance(tx, edition);
  await loadDiplomacy(tx, edition);
  await loadFund(tx, edition);
  await loadCityEngagements(tx, edition.cityEngagements, edition.cities);
  await loadTemplates(tx);
  await loadExampleForms(tx, world);
  await loadDefinitions(tx, world, edition.definitions);
  return await loadFirstClaims(tx, world, edition);
}
