import type { Actor } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { because, refuseIf } from '../../../kernel/refusal.ts';
import type { Reader, Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { questionsOf } from '../../application-forms/index.ts';
import { factIn, factsOf, sayInRecord } from '../../city-record/index.ts';
import { worthGivingBack } from '../rules/known-facts.ts';
import type { OpenApplication } from './open-application.ts';
import { withApplication } from './with-application.ts';

/** What the application says and the city's record does not, or says otherwise. */
export async function givable(reader: Reader, open: OpenApplication) {
  return worthGivingBack(
    questionsOf(open.form),
    open.answers,
    await factsOf(reader, open.application.cityId),
  );
}

interface Given {
  readonly applicationId: string;
  /** Keys of the questions whose answers the city agrees to tell its record. */
  readonly questions: readonly string[];
  readonly source: string;
  readonly asOf: CalendarDate;
}

/** Told once: an answer goes into the city's record, with its source and day, by somebody who may speak for the city. */
export async function giveBack(
  world: World,
  actor: Actor,
  { applicationId, questions, source, asOf }: Given,
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      refuseIf(open.role ? undefined : because('applications:take-part-first'));
      const { cityId } = open.application;
      const facts = await factsOf(tx, cityId);
      for (const { question, item, number } of await givable(tx, open)) {
        if (!questions.includes(question.key)) continue;
        const known = factIn(facts, 'population', item);
        await sayInRecord(tx, world, actor, {
          cityId,
          kind: 'population',
          item,
          version: known?.version ?? 0,
          value: { number, how: 'other', note: null },
          source,
          sourceAddress: null,
          asOf,
        });
      }
    },
    once,
  );
}
