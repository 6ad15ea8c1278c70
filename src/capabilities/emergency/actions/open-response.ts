import type { Actor } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotRun } from '../permissions.ts';
import { slugOf } from '../rules/slug.ts';
import { addAffectedCity, insertResponse, saveWording } from '../store/response.ts';
import { refuseAt } from './locked-response.ts';

export interface Opened {
  readonly title: string;
  readonly what: string;
  readonly language: Language;
  readonly country: string;
  readonly cityId: string | null;
  readonly languages: readonly string[];
  readonly startsOn: CalendarDate;
}

/** A draft, which only the secretariat sees. @returns its id */
export async function openResponse(
  world: World,
  actor: Actor,
  said: Opened,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const openedBy = actor.personId ?? '';
      if (said.cityId !== null && !(await findCity(tx, said.cityId)))
        refuseAt('city', because('platform:unknown-reference'));
      const id = world.newId();
      const slug = slugOf(said.title, said.country, said.startsOn);
      const opened = { ...said, id, openedBy };
      for (let copy = 1; ; copy++) {
        if (await insertResponse(tx, { ...opened, slug: copy === 1 ? slug : `${slug}-${copy}` })) break;
      }
      const wording = { ...said, responseId: id, isFirst: true, writtenBy: openedBy, now: world.now() };
      await saveWording(tx, wording);
      if (said.cityId !== null) await addAffectedCity(tx, id, said.cityId);
      await recordAct(tx, world, actor, {
        kind: 'emergency.opened',
        subject: { kind: 'emergency', id },
        details: { title: said.title },
      });
      return id;
    },
    { once },
  );
}
