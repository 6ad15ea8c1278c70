import { sql } from 'kysely';
import type { Assurance, RoleHeld } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { AttemptPurpose, FailedAttempts } from '../rules/attempts.ts';

/** What a sign-in must know before anybody is known: the owner's narrow functions, each one trip. */

export interface OpenSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly assurance: Assurance;
  readonly steppedUpAt: Date | null;
  readonly trial: boolean;
  readonly roles: readonly RoleHeld[];
}

export async function findOpenSession(reader: Reader, tokenHash: Buffer): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`select session_id as "sessionId", person_id as "personId", name,
    assurance, stepped_up_at as "steppedUpAt", trial, roles from people.open_session(${tokenHash})`.execute(
    reader,
  );
  return rows[0];
}

export interface Known {
  readonly personId: string;
  readonly name: string;
}

/** With the passphrase to check against, when the person has one. */
export async function findSignIn(
  reader: Reader,
  address: string,
): Promise<(Known & { readonly salt: Buffer | null; readonly hash: Buffer | null }) | undefined> {
  const { rows } = await sql<Known & { salt: Buffer | null; hash: Buffer | null }>`
    select person_id as "personId", name, salt, hash from people.find_sign_in(${address})`.execute(reader);
  return rows[0];
}

export interface StoredPasskey extends Known {
  readonly publicKey: Buffer;
  readonly counter: bigint;
  readonly transports: readonly string[];
}

export async function findPasskey(reader: Reader, id: string): Promise<StoredPasskey | undefined> {
  const { rows } = await sql<StoredPasskey>`select person_id as "personId", name, public_key as "publicKey",
    counter, transports from people.find_passkey(${id})`.execute(reader);
  return rows[0];
}

export type LinkKind = 'trial' | 'enrolment';

export async function peekLink(
  reader: Reader,
  tokenHash: Buffer,
  kind: LinkKind,
): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select person_id as "personId", name from people.peek_link(${tokenHash}, ${kind})`.execute(reader);
  return rows[0];
}

/** Uses the link up. Nothing when it was used, is over, or never was. */
export async function takeLink(
  reader: Reader,
  tokenHash: Buffer,
  kind: LinkKind,
): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select person_id as "personId", name from people.take_link(${tokenHash}, ${kind})`.execute(reader);
  return rows[0];
}

type CodeOutcome =
  | ({ readonly outcome: 'right' } & Known)
  | { readonly outcome: 'wrong' | 'gone'; readonly personId: null; readonly name: null };

/** Call it outside a transaction that may be undone: the try must count. */
export async function tryMailedCode(reader: Reader, codeId: string, codeHash: Buffer): Promise<CodeOutcome> {
  const { rows } = await sql<CodeOutcome>`
    select outcome, person_id as "personId", name from people.try_mailed_code(${codeId}, ${codeHash})`.execute(
    reader,
  );
  return rows[0] ?? { outcome: 'gone', personId: null, name: null };
}

/** Call it outside a transaction that may be undone: the attempt must count. */
export async function beginAttempt(
  reader: Reader,
  attempt: {
    readonly id: string;
    readonly purpose: AttemptPurpose;
    readonly account: Buffer;
    readonly network: Buffer;
  },
): Promise<FailedAttempts> {
  const { rows } = await sql<FailedAttempts>`
    select by_both as "byBoth", by_account as "byAccount", by_network as "byNetwork"
    from people.begin_attempt(${attempt.id}, ${attempt.purpose}, ${attempt.account}, ${attempt.network})`.execute(
    reader,
  );
  return rows[0] ?? { byBoth: 0, byAccount: 0, byNetwork: 0 };
}

export async function settleAttempt(reader: Reader, attemptId: string): Promise<void> {
  await sql`select people.settle_attempt(${attemptId})`.execute(reader);
}
