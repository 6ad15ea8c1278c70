import { isDeepStrictEqual } from 'node:util';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { Activity as Announced } from '../../../platform/events/activity.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import {
  type ActivitySaid,
  findAnnounced,
  insertActivity,
  markClosed,
  updateActivity,
} from '../store/activities.ts';

/** What another capability opened or changed; the same again changes nothing. */
export async function takeActivity(tx: Tx, world: World, announced: Announced): Promise<void> {
  const said = saidBy(announced);
  const known = await findAnnounced(tx, announced);
  if (!known) {
    const id = world.newId();
    await insertActivity(
      tx,
      { id, announced: { by: announced.by, record: announced.record }, addedBy: null },
      said,
    );
    await recordAct(tx, world, systemActor, {
      kind: 'programme.activity-opened',
      subject: { kind: 'activity', id },
      details: { title: said.title.en },
    });
    return;
  }
  const { id, version: _version, announcedBy: _by, closedAt, ...before } = known;
  if (closedAt === null && isDeepStrictEqual({ ...before }, { ...said })) return;
  await updateActivity(tx, id, said, null);
  await recordAct(tx, world, systemActor, {
    kind: 'programme.activity-changed',
    subject: { kind: 'activity', id },
    details: { title: said.title.en },
  });
}

export async function takeClosing(
  tx: Tx,
  world: World,
  which: Pick<Announced, 'by' | 'record'>,
): Promise<void> {
  const known = await findAnnounced(tx, which);
  if (!known || known.closedAt !== null) return;
  await markClosed(tx, known.id);
  await recordAct(tx, world, systemActor, {
    kind: 'programme.activity-closed',
    subject: { kind: 'activity', id: known.id },
    details: { title: known.title.en },
  });
}

/** An announcement travels as JSON: its moment arrives as text. */
function saidBy(announced: Announced): ActivitySaid {
  const { openTo } = announced;
  return {
    kind: announced.kind,
    title: announced.title,
    about: announced.about,
    topics: announced.topics,
    languages: announced.languages,
    regions: openTo.regions,
    incomes: openTo.incomes,
    countries: openTo.countries,
    bands: openTo.bands,
    onlyGlobalSouth: openTo.globalSouth,
    onlySecondary: openTo.secondary,
    listsOn: openTo.listsOn ?? announced.opensOn,
    opensOn: announced.opensOn,
    closesOn: announced.closesOn,
    places: announced.places,
    meetsAt: announced.meetsAt ? new Date(announced.meetsAt) : null,
    path: announced.path,
    emergency: announced.emergency ?? false,
  };
}
