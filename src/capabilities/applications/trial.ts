import { stableId } from '../../kernel/id.ts';
import type { TrialCity, TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import { appendLeaf, commitTo } from '../../platform/public-log/index.ts';
import type { World } from '../../world.ts';
import { findFormVersion, type FormVersion, progressOf } from '../application-forms/index.ts';
import { listWindows, type OpenWindow } from '../fund/index.ts';
import { sha256Hex } from './rules/canonical.ts';
import { manifestOf } from './rules/manifest.ts';
import type { Answers } from './rules/others.ts';
import { insertAnswer } from './store/answers.ts';
import { databaseNow, findOfCity, insertApplication, saveState } from './store/applications.ts';
import { insertCommitment } from './store/commitments.ts';
import { insertMove } from './store/moves.ts';
import { insertParticipant } from './store/participants.ts';
import { insertPart, saveProgress, saveStatus } from './store/parts.ts';
import { trialAnswers } from './trial-answers.ts';

const sentCities = 6;

/** A draft half filled in by the trial people, and a few applications of other invented places, where a trial window is open. */
export async function fillTrial(tx: Tx, world: World, scene: TrialScene): Promise<void> {
  const now = await databaseNow(tx);
  const window = (await listWindows(tx)).find(
    ({ state, stages }) =>
      state === 'open' && stages[0] && stages[0].opensAt <= now && now < stages[0].closesAt,
  );
  const form = window?.stages[0] && (await findFormVersion(tx, window.stages[0].formVersionId));
  if (!window || !form) return;
  for (const [place, city] of scene.cities.slice(0, sentCities + 1).entries())
    await begin(tx, world, scene, { window, form, city, isDraft: place === 0 });
}

interface Begun {
  readonly window: OpenWindow;
  readonly form: FormVersion;
  readonly city: TrialCity;
  readonly isDraft: boolean;
}

async function begin(tx: Tx, world: World, scene: TrialScene, begun: Begun): Promise<void> {
  const { window, form, city, isDraft } = begun;
  const stage = window.stages[0];
  if (!stage || (await findOfCity(tx, window.id, city.id))) return;
  const id = stableId('trial-application', city.id);
  const { 'city-focal-point': lead, 'city-certifier': certifier } = scene.people;
  const row = { id, windowId: window.id, cityId: city.id, state: 'draft', stage: stage.key } as const;
  if (!(await insertApplication(tx, { ...row, language: city.language, startedBy: lead }))) return;
  const partId = stableId('trial-part', city.id);
  await insertPart(tx, { id: partId, applicationId: id, stage: stage.key, formVersionId: form.id });
  for (const [role, personId] of [
    ['lead', lead],
    ['certifier', certifier],
  ] as const)
    await insertParticipant(tx, {
      id: stableId(`trial-${role}`, city.id),
      applicationId: id,
      personId,
      role,
      name: role === 'lead' ? `Trial lead, ${city.name}` : `Trial certifier, ${city.name}`,
      addedBy: null,
    });
  const all = trialAnswers(form, window, {
    cityId: city.id,
    country: city.country,
    language: city.language,
    today: scene.today,
  });
  const kept = Object.entries(all).slice(0, isDraft ? Math.ceil(Object.keys(all).length / 2) : undefined);
  const byName = `Trial lead, ${city.name}`;
  for (const [questionKey, value] of kept)
    await insertAnswer(tx, {
      partId,
      applicationId: id,
      formVersionId: form.id,
      questionKey,
      version: 1,
      value,
      origin: 'typed',
      personId: lead,
      invitationId: null,
      byName,
    });
  const answers = Object.fromEntries(kept);
  const progress = progressOf(form, answers);
  const sum = (of: 'answered' | 'needed') => progress.reduce((total, section) => total + section[of], 0);
  await saveProgress(tx, partId, { answered: sum('answered'), asked: sum('needed'), savedBy: byName });
  if (!isDraft) await commit(tx, world, { ...begun, id, partId, certifier, answers });
}

interface Sent extends Begun {
  readonly id: string;
  readonly partId: string;
  readonly certifier: string;
  readonly answers: Answers;
}

async function commit(tx: Tx, world: World, sent: Sent): Promise<void> {
  const { window, form, city, id, partId, certifier, answers } = sent;
  const stage = window.stages[0]?.key ?? 'intake';
  const byName = `Trial certifier, ${city.name}`;
  const commitmentId = stableId('trial-commitment', city.id);
  const committedAt = await databaseNow(tx);
  const manifest = manifestOf({ applicationId: id, stage, form, answers });
  const commitment = await commitTo(tx, commitmentId, manifest, world.randomBytes(32));
  const move = {
    id: stableId('trial-sent', city.id),
    applicationId: id,
    from: 'draft',
    to: 'submitted',
    why: null,
  };
  await insertMove(tx, { ...move, personId: certifier, byName });
  await saveState(tx, id, 'submitted');
  const body = { submission: commitmentId, window: window.id, stage, commitment };
  const { index } = await appendLeaf(tx, { kind: 'submission-committed', at: committedAt, body });
  await insertCommitment(tx, {
    id: commitmentId,
    applicationId: id,
    partId,
    windowId: window.id,
    cityId: city.id,
    stage,
    formVersionId: form.id,
    language: city.language,
    answers,
    manifest,
    manifestSha256: sha256Hex(manifest),
    commitment,
    leafIndex: index,
    committedAt,
    personId: certifier,
    byName,
  });
  await saveStatus(tx, partId, 'committed');
}
