import { listPublishedForms } from '../capabilities/application-forms/index.ts';
import { addTrialCities, findCity, trialCities } from '../capabilities/city-registry/index.ts';
import { ensureTrialPeople, trialPeople } from '../capabilities/people/index.ts';
import { fillTrial as fillForms } from '../capabilities/application-forms/index.ts';
import { fillTrial as fillApplications } from '../capabilities/applications/index.ts';
import { fillTrial as fillRecord } from '../capabilities/city-record/index.ts';
import { fillTrial as fillEmergency } from '../capabilities/emergency/index.ts';
import { fillTrial as fillWindows } from '../capabilities/fund/index.ts';
import { fillTrial as fillMandates } from '../capabilities/mandates/index.ts';
import { fillTrial as fillExchange } from '../capabilities/peer-exchange/index.ts';
import { fillTrial as fillProgramme } from '../capabilities/programme/index.ts';
import { fillTrial as fillDesk } from '../capabilities/support-desk/index.ts';
import { fillTrial as fillTraining } from '../capabilities/training/index.ts';
import { fillTrial as fillTranslation } from '../capabilities/translation/index.ts';
import { dayInUtc } from '../kernel/calendar-date.ts';
import type { TrialScene } from '../kernel/trial-scene.ts';
import { atomically, type Tx } from '../platform/database/atomically.ts';
import type { Database } from '../platform/database/connect.ts';
import { systemActor } from '../platform/events/system-actor.ts';
import type { World } from '../world.ts';
import type { Progress } from './progress-line.ts';

/** What a capability shows in trial mode. It may lean on what earlier ones put there. */
type FillTrial = (tx: Tx, world: World, scene: TrialScene) => Promise<void>;

/** The window's stages ask the example forms. */
const fillFund: FillTrial = async (tx, world, scene) => {
  await fillWindows(tx, world, scene, await listPublishedForms(tx));
};

const fills: readonly FillTrial[] = [
  fillForms,
  fillFund,
  fillApplications,
  fillDesk,
  fillMandates,
  fillEmergency,
  fillRecord,
  fillExchange,
  fillTranslation,
  fillTraining,
  fillProgramme,
];

/** How many invented places a trial begins with. */
const trialSize = 24;

/**
 * Fills a new trial with invented places and what trial people did there; does nothing in live mode, nor a second time.
 * @param owner may write the gazetteer
 */
export async function fillTrial(world: World, owner: Database, progress: Progress): Promise<void> {
  if (world.config.mode !== 'trial') return;
  const scene: TrialScene = {
    people: trialPeople,
    cities: trialCities(trialSize),
    today: dayInUtc(world.now()),
  };
  const [first] = scene.cities;
  if (!first) return;
  if (!(await findCity(owner, first.id))) await addTrialCities(owner, trialSize);
  const isNew = await atomically(world, systemActor, async (tx) => {
    if (!(await ensureTrialPeople(tx, world, first))) return false;
    for (const fill of fills) await fill(tx, world, scene);
    return true;
  });
  if (isNew) progress.done(`A trial with ${trialSize} invented places made`);
}
