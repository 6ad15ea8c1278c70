import { addDays, dayInUtc, yearOf } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import type { TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { answerDueOn } from './rules/due.ts';
import { findCase, insertCase, nextReference } from './store/cases.ts';
import { insertNote } from './store/notes.ts';
import { insertSurveyAnswer } from './store/surveys.ts';
import { insertTrialMessage, settleTrialCase } from './store/trial.ts';
import { type TrialCase, trialCases } from './trial-cases.ts';

const day = 86_400_000;

/** Invented questions of invented places, from the newest to one long closed. */
export async function fillTrial(tx: Tx, world: World, scene: TrialScene): Promise<void> {
  for (const trial of trialCases) await fillCase(tx, world, scene, trial);
}

async function fillCase(tx: Tx, world: World, scene: TrialScene, trial: TrialCase): Promise<void> {
  const id = stableId('trial-case', trial.slug);
  const place = scene.cities[trial.city];
  if (!place || (await findCase(tx, id))) return;
  const openedAt = new Date(world.now().getTime() - trial.daysAgo * day);
  const openedOn = dayInUtc(openedAt);
  const staff = scene.people['staff-support'];
  await insertCase(tx, {
    id,
    reference: await nextReference(tx, yearOf(openedOn)),
    cityId: place.id,
    requesterName: `Clerk of ${place.name}`,
    requesterEmail: `${trial.slug}@trial.invalid`,
    requesterRole: 'Clerk',
    topic: trial.topic,
    subject: trial.subject,
    language: trial.language,
    urgency: trial.urgency,
    channel: 'web',
    dueOn: answerDueOn(trial.urgency, openedOn),
  });
  const said = { caseId: id, personId: null, fromName: `Clerk of ${place.name}` };
  await insertTrialMessage(tx, {
    ...said,
    id: stableId('trial-message', trial.slug),
    at: openedAt,
    direction: 'in',
    body: trial.question,
  });
  const answeredAt = new Date(openedAt.getTime() + day);
  if (trial.answer !== null)
    await insertTrialMessage(tx, {
      id: stableId('trial-answer', trial.slug),
      caseId: id,
      at: answeredAt,
      direction: 'out',
      personId: staff,
      fromName: 'Trial staff, city support',
      body: trial.answer,
    });
  if (trial.note !== undefined)
    await insertNote(tx, {
      id: stableId('trial-note', trial.slug),
      caseId: id,
      personId: staff,
      body: trial.note,
    });
  await settleTrialCase(tx, id, {
    openedAt,
    stage: trial.stage,
    stageSince: trial.answer === null ? openedAt : new Date(`${addDays(dayInUtc(answeredAt), 2)}T09:00:00Z`),
    assigneeId: trial.answer === null ? null : staff,
    outcome: trial.outcome ?? null,
    outcomeNote: trial.outcome === undefined ? null : trial.answer,
  });
  if (trial.survey) await insertSurveyAnswer(tx, id, trial.survey);
}
