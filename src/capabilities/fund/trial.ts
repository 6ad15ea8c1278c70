import { sql } from 'kysely';
import { addDays } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { instantIn } from '../../kernel/time-zone.ts';
import type { TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import {
  insertDonor,
  insertWindow,
  markOpened,
  putStage,
  reviseIdentity,
  reviseTerms,
} from './store/preparing.ts';
import { insertChange, markChange } from './store/window-changes.ts';
import { insertAnswer } from './store/questions.ts';
import { findKeptWindow } from './store/kept-windows.ts';
import { exampleDonors } from './trial-donors.ts';
import { exampleCategories, exampleCriteria, exampleRules, exampleTexts } from './trial-texts.ts';
import type { StageKey } from './rules/window.ts';

interface TrialForm {
  readonly versionId: string;
  readonly title: LocalText;
  readonly purpose: string;
}

const zone = 'America/New_York';
export const trialWindowSlug = 'example-window-work-and-welcome';

/** For each stage from which day until which day after today, and the form it asks when forms are there. */
const days: readonly (readonly [StageKey, from: number, to: number])[] = [
  ['intake', -20, 18],
  ['concept-note', 39, 74],
  ['proposal', 109, 158],
];

/**
 * One window, marked as an example, opened by two trial people, with a deadline that was moved once. Once only.
 * @param forms published application forms, from which each stage takes the one of its purpose
 */
export async function fillTrial(
  tx: Tx,
  world: World,
  scene: TrialScene,
  forms: readonly TrialForm[] = [],
): Promise<void> {
  const id = stableId('window', trialWindowSlug);
  const [proposer, approver] = [scene.people['staff-fund'], scene.people.director];
  const made = await insertWindow(tx, {
    id,
    slug: trialWindowSlug,
    name: exampleTexts.name,
    theme: exampleTexts.theme,
    copiedFrom: null,
    madeBy: proposer,
  });
  if (!made) return;
  await sql`update fund.window_terms set is_example = true where window_id = ${id}`.execute(tx);
  await reviseIdentity(tx, id, {
    whoCanApply: exampleTexts.whoCanApply,
    ceiling: { amountMinor: 50_000_000n, currency: 'USD' },
    termMonths: 24,
  });
  await reviseTerms(tx, id, {
    currencies: ['USD', 'EUR'],
    languages: ['en', 'fr', 'es', 'pt', 'ar'],
    overheadCapBasisPoints: 700,
    allowsPartial: true,
    reviewersWanted: 3,
    minutesExpected: 420,
    timeZone: zone,
    criteria: exampleCriteria,
    budgetCategories: exampleCategories,
    rules: exampleRules,
    wording: exampleTexts,
  });
  for (const donor of exampleDonors)
    await insertDonor(tx, id, { ...donor, id: stableId('window-donor', donor.name.en) });
  for (const [key, from, to] of days) {
    const form = forms.find(({ purpose }) => purpose === key);
    await putStage(tx, id, {
      key,
      opensAt: instantIn(zone, addDays(scene.today, from), '09:00'),
      closesAt: instantIn(zone, addDays(scene.today, to), '17:00'),
      formVersionId: form?.versionId ?? stableId('form-version', `example ${key}`),
      formTitle: form?.title ?? exampleTexts.name,
    });
  }
  const kept = await findKeptWindow(tx, id);
  const changeId = stableId('window-change', trialWindowSlug);
  await insertChange(tx, {
    id: changeId,
    windowId: id,
    kind: 'open',
    stage: null,
    from: null,
    to: null,
    termsVersion: kept?.version ?? 1,
    reason: exampleTexts.opening,
    proposedBy: proposer,
  });
  await markChange(tx, changeId, { decision: 'approved', by: approver });
  await markOpened(tx, id);
  await insertAnswer(tx, {
    id: stableId('window-answer', trialWindowSlug),
    windowId: id,
    question: exampleTexts.question,
    answer: exampleTexts.answer,
    corrects: null,
    by: proposer,
  });
  await proposeMove(tx, id, proposer, exampleTexts.moving);
}

/** A move that waits, so that the trial's director has something to approve. */
async function proposeMove(tx: Tx, windowId: string, proposer: string, reason: LocalText): Promise<void> {
  const window = await findKeptWindow(tx, windowId);
  const [intake] = window?.stages ?? [];
  if (!window || !intake) return;
  await insertChange(tx, {
    id: stableId('window-change', `${trialWindowSlug} move`),
    windowId,
    kind: 'move',
    stage: intake.key,
    from: intake,
    to: { opensAt: intake.opensAt, closesAt: new Date(intake.closesAt.getTime() + 7 * 86_400_000) },
    termsVersion: window.version,
    reason,
    proposedBy: proposer,
  });
}
