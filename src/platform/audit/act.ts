import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { World } from '../../world.ts';
import type { Reader, Tx } from '../database/atomically.ts';

/** One line of the audit trail. */
export interface Act {
  /** `capability.what-happened`, e.g. `impact.claim-verified`; its words stand in the capability's catalogue under `act.…`. */
  readonly kind: `${string}.${string}`;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly cityId?: string | null;
  /** The role in which the actor acted, when several would do. */
  readonly capacity?: string;
  readonly details?: Readonly<Record<string, string | number | null>>;
}

/** Writes to the audit trail, in the transaction of the act itself. */
export async function recordAct(tx: Tx, world: World, actor: Actor, act: Act): Promise<void> {
  const capacity = act.capacity ?? actor.roles.map((held) => held.role).join(', ');
  await tx
    .insertInto('platform.act')
    .values({
      id: world.newId(),
      person_id: actor.personId,
      actor_name: actor.name,
      capacity,
      kind: act.kind,
      subject_kind: act.subject.kind,
      subject_id: act.subject.id,
      city_id: act.cityId ?? null,
      details: JSON.stringify(act.details ?? {}),
    })
    .execute();
}

export interface RecordedAct {
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly actorName: string;
  readonly capacity: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Record<string, string | number | null>;
}

/** The newest acts first: of one record, of one person, or of all. */
export async function listActs(
  reader: Reader,
  of: { subject?: { kind: string; id: string }; personId?: string; before?: Date; limit?: number },
): Promise<RecordedAct[]> {
  let query = reader
    .selectFrom('platform.act')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(of.limit ?? 50);
  if (of.subject)
    query = query.where('subject_kind', '=', of.subject.kind).where('subject_id', '=', of.subject.id);
  if (of.personId) query = query.where('person_id', '=', of.personId);
  if (of.before) query = query.where('at', '<', sql<Date>`${of.before}`);
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    personId: row.person_id,
    actorName: row.actor_name,
    capacity: row.capacity,
    kind: row.kind,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: row.details as Record<string, string | number | null>,
  }));
}
