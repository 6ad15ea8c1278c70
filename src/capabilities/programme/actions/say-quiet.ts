import type { Actor } from '../../../kernel/actor.ts';
import { addDays, type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotSayQuiet } from '../permissions.ts';
import { insertQuiet, markLifted } from '../store/quiet.ts';

/** A year of quiet at most: after it the city is asked whether it still wants it. */
const longestDays = 366;

/** "Too much at the moment": nobody invites the city until the day is over. */
export async function sayQuiet(
  world: World,
  actor: Actor,
  said: { readonly cityId: string; readonly until: CalendarDate; readonly why: string | null },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSayQuiet(actor, said.cityId), 404);
      const today = dayInUtc(world.now());
      const refuse = (reason: ReturnType<typeof because>) => {
        throw Object.assign(new Refusal(reason), { field: 'until' });
      };
      if (said.until < today) refuse(because('programme:quiet-in-past'));
      if (said.until > addDays(today, longestDays)) refuse(because('programme:quiet-too-long'));
      await insertQuiet(tx, { ...said, id: world.newId(), from: today }, actor.personId);
      await recordAct(tx, world, actor, {
        kind: 'programme.quiet-asked',
        subject: { kind: 'city', id: said.cityId },
        cityId: said.cityId,
        details: { until: said.until },
      });
    },
    { once },
  );
}

export async function liftQuiet(
  world: World,
  actor: Actor,
  cityId: string,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSayQuiet(actor, cityId), 404);
      if (!(await markLifted(tx, cityId))) throw new Refusal(because('programme:not-quiet'), 409);
      await recordAct(tx, world, actor, {
        kind: 'programme.quiet-lifted',
        subject: { kind: 'city', id: cityId },
        cityId,
      });
    },
    { once },
  );
}
