import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import {
  changeResource,
  insertResource,
  isLibrarySource,
  lockResource,
  type ResourceSaid,
} from '../store/resources.ts';
import { lockedAlive, refuseAt } from './locked-response.ts';

/** Written down means looked at: it counts as checked today. */
export async function addResource(
  world: World,
  actor: Actor,
  added: ResourceSaid & { readonly responseId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await lockedAlive(tx, actor, added.responseId);
      await refuseUnknown(tx, added);
      await insertResource(tx, { ...added, ...checkedNow(world, actor), id: world.newId() });
      await recordAct(tx, world, actor, {
        kind: 'emergency.resource-added',
        subject: { kind: 'emergency', id: added.responseId },
        details: { title: added.title },
      });
    },
    { once },
  );
}

/** @throws Stale when somebody else changed it meanwhile */
export async function saveResource(
  world: World,
  actor: Actor,
  said: ResourceSaid & { readonly responseId: string; readonly id: string; readonly version: number },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await lockedAlive(tx, actor, said.responseId);
      const before = await lockResource(tx, said.id);
      if (!before || before.responseId !== said.responseId) throw notFound();
      if (before.version !== said.version) throw new Stale(asAnswers(before), before.version);
      await refuseUnknown(tx, said);
      await changeResource(tx, said.id, { ...said, ...checkedNow(world, actor) });
      await recordAct(tx, world, actor, {
        kind: 'emergency.resource-changed',
        subject: { kind: 'emergency', id: said.responseId },
        details: { title: said.title },
      });
    },
    { once },
  );
}

function checkedNow(world: World, actor: Actor) {
  return { checkedOn: dayInUtc(world.now()), checkedBy: actor.personId ?? '' };
}

async function refuseUnknown(tx: Tx, said: ResourceSaid): Promise<void> {
  if (said.librarySource !== null && !(await isLibrarySource(tx, said.librarySource)))
    refuseAt('library', because('emergency:not-in-library'));
}

export function asAnswers(resource: ResourceSaid): Record<string, string> {
  return {
    kind: resource.kind,
    title: resource.title,
    what: resource.what,
    offeredBy: resource.offeredBy,
    contact: resource.contact ?? '',
    address: resource.address ?? '',
    library: resource.librarySource ? `/sources/${resource.librarySource}` : '',
    languages: resource.languages.join('\n'),
    validUntil: resource.validUntil ?? '',
  };
}
