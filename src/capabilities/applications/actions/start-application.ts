import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { factsOf } from '../../city-record/index.ts';
import { findOpenWindow, stageIsOpen } from '../../fund/index.ts';
import { mayCertify, whyNotStart } from '../permissions.ts';
import { knownAnswer } from '../rules/known-facts.ts';
import { findOfCity, insertApplication } from '../store/applications.ts';
import { insertMove } from '../store/moves.ts';
import { insertParticipant } from '../store/participants.ts';
import { insertPart, lockPart } from '../store/parts.ts';
import { signedInApplicant } from './applicant.ts';
import { type OpenApplication, openApplication } from './open-application.ts';
import { writeChanges } from './save-answers.ts';

interface Start {
  readonly windowId: string;
  readonly cityId: string;
  readonly language: Language;
}

/** Begins the city's one application to the window; a second try, by whomever of the city, leads to the first. @returns its id */
export async function startApplication(
  world: World,
  actor: Actor,
  { windowId, cityId, language }: Start,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotStart(actor, cityId), 403);
      const first = await findOfCity(tx, windowId, cityId);
      if (first) return first.id;
      const window = await findOpenWindow(tx, windowId);
      const stage = window?.stages[0];
      if (!window || !stage) throw notFound();
      if (!(await stageIsOpen(tx, windowId, stage.key)))
        throw new Refusal(because('applications:window-not-open'));
      const id = world.newId();
      const begun = { id, windowId, cityId, state: 'draft', stage: stage.key, language } as const;
      const personId = actor.personId ?? '';
      if (!(await insertApplication(tx, { ...begun, startedBy: personId }))) {
        const raced = await findOfCity(tx, windowId, cityId);
        if (!raced) throw notFound();
        return raced.id;
      }
      const part = {
        id: world.newId(),
        applicationId: id,
        stage: stage.key,
        formVersionId: stage.formVersionId,
      };
      await insertPart(tx, part);
      // Whoever can certify and is nothing else starts as the certifier: the lead must be another.
      const role = mayCertify(actor, cityId) ? 'certifier' : 'lead';
      const taking = { id: world.newId(), applicationId: id, personId, role, name: actor.name } as const;
      await insertParticipant(tx, { ...taking, addedBy: null });
      await insertMove(tx, {
        id: world.newId(),
        applicationId: id,
        from: null,
        to: 'draft',
        personId,
        byName: actor.name,
        why: null,
      });
      const open = await openApplication(tx, signedInApplicant(actor), undefined, id);
      await lockPart(tx, part.id);
      await fillKnown(tx, actor, open);
      await recordAct(tx, world, actor, {
        kind: 'applications.application-started',
        subject: { kind: 'application', id },
        cityId,
        details: { window: window.name[language] },
      });
      return id;
    },
    { once },
  );
}

/** What the city told before arrives filled in, with its source and day. */
export async function fillKnown(tx: Tx, actor: Actor, open: OpenApplication): Promise<void> {
  const facts = await factsOf(tx, open.application.cityId);
  const changes = open.form.sections
    .flatMap(({ questions }) => questions)
    .filter(({ key }) => !open.current.has(key))
    .flatMap((question) => {
      const known = knownAnswer(question, facts);
      return known ? [{ questionKey: question.key, seen: 0, value: known.answer, source: known.from }] : [];
    });
  await writeChanges(tx, signedInApplicant(actor), open, changes, 'known');
}
