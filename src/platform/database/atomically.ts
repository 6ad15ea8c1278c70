import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import type { DB } from './schema.generated.ts';

/** A transaction with the actor's context set. */
export type Tx = Transaction<DB>;
/** What reading SQL accepts: the pool or a transaction. */
export type Reader = Kysely<DB> | Tx;

/** One press of a button: the key the form carried, where it was sent, and what was said. */
export interface Submission {
  readonly key: string;
  readonly route: string;
  /** SHA-256 of the answers, so that the same key with other answers is caught. */
  readonly bodyHash: string;
}

interface Options {
  /** For votes, awards and payments. */
  readonly isolation?: 'serializable';
  /** The same submission sent again gets the first answer back and does nothing. */
  readonly once?: Submission | undefined;
}

const retryable = new Set(['40001', '40P01']);

/**
 * The one way to change anything: a transaction in which the database knows who acts, so that row-level security holds.
 * With `once`, the work's result must survive JSON.
 * @throws Refusal from the work, after undoing it
 */
export async function atomically<T>(
  world: World,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: Options = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const transaction = options.isolation
        ? world.db.transaction().setIsolationLevel(options.isolation)
        : world.db.transaction();
      return await transaction.execute(async (tx) => {
        await setContext(tx, actor);
        return options.once ? await onlyOnce(tx, actor, options.once, () => work(tx)) : await work(tx);
      });
    } catch (error) {
      if (attempt >= 6 || !retryable.has((error as { code?: string }).code ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

/** Reads as the actor, in one consistent view; nothing can be written. */
export async function reading<T>(world: World, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await world.db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await setContext(tx, actor);
      return await work(tx);
    });
}

/** Tells the database who acts, for this transaction only. */
async function setContext(tx: Tx, actor: Actor): Promise<void> {
  const list = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].join(',');
  await sql`select set_config('mmc.person', ${actor.personId ?? ''}, true),
    set_config('mmc.session', ${actor.sessionId ?? ''}, true),
    set_config('mmc.roles', ${list(actor.roles.map((held) => held.role))}, true),
    set_config('mmc.cities', ${list(actor.roles.map((held) => held.cityId))}, true),
    set_config('mmc.organisations', ${list(actor.roles.map((held) => held.organisationId))}, true)`.execute(
    tx,
  );
}

/** Two presses race for one row: the second waits for the first to commit, then gives back what it did. */
async function onlyOnce<T>(tx: Tx, actor: Actor, once: Submission, work: () => Promise<T>): Promise<T> {
  const person = actor.personId ?? '00000000-0000-0000-0000-000000000000';
  const claimed = await sql`insert into platform.submission (key, person_id, route, body_hash) values
    (${once.key}, ${person}, ${once.route}, ${once.bodyHash}) on conflict do nothing returning key`.execute(
    tx,
  );
  if (claimed.rows.length === 0) {
    const earlier = await sql<{
      body_hash: string;
      outcome: T;
    }>`select body_hash, outcome from platform.submission
      where key = ${once.key} and person_id = ${person} and route = ${once.route}`.execute(tx);
    const row = earlier.rows[0];
    if (!row || row.body_hash !== once.bodyHash)
      throw new Refusal(because('platform:key-used-for-other-answers'), 422);
    return row.outcome;
  }
  const outcome = await work();
  await sql`update platform.submission set outcome = ${JSON.stringify(outcome ?? null)}::jsonb
    where key = ${once.key} and person_id = ${person} and route = ${once.route}`.execute(tx);
  return outcome;
}
