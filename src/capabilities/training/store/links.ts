import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** From here to the end of the transaction, policies let this link's holder see and change what it opens. */
export async function followLink(
  tx: Tx,
  hash: Buffer,
): Promise<{ learningId: string | null; registrationId: string | null }> {
  await sql`select set_config('mmc.training_link', ${hash.toString('hex')}, true)`.execute(tx);
  const { rows } = await sql<{
    learningId: string | null;
    registrationId: string | null;
  }>`select training.linked_learning() as "learningId", training.linked_registration() as "registrationId"`.execute(
    tx,
  );
  return rows[0] ?? { learningId: null, registrationId: null };
}

interface Asked {
  readonly id: string;
  readonly hash: Buffer;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly cityId: string | null;
}

type AskOutcome = 'asked' | 'closed' | 'too-many' | 'not-there';

export async function askPlace(
  tx: Tx,
  asked: Asked & { readonly eventId: string; readonly timeZone: string; readonly accessNeeds: string | null },
): Promise<AskOutcome> {
  const { rows } = await sql<{
    outcome: AskOutcome;
  }>`select training.ask_place(${asked.id}, ${asked.hash}, ${asked.eventId}, ${asked.name},
    ${asked.email}, ${asked.cityId}, ${asked.language}, ${asked.timeZone}, ${asked.accessNeeds}) as outcome`.execute(
    tx,
  );
  return rows[0]?.outcome ?? 'not-there';
}

export async function askLearning(tx: Tx, asked: Asked & { readonly courseId: string }): Promise<AskOutcome> {
  const { rows } = await sql<{
    outcome: AskOutcome;
  }>`select training.ask_learning(${asked.id}, ${asked.hash}, ${asked.courseId}, ${asked.name},
    ${asked.email}, ${asked.language}, ${asked.cityId}) as outcome`.execute(tx);
  return rows[0]?.outcome ?? 'not-there';
}

/** For the registration of the link that is followed in this transaction. */
export async function takePlace(tx: Tx): Promise<'registered' | 'waiting' | 'full' | 'closed' | 'not-there'> {
  const { rows } = await sql<{
    outcome: 'registered' | 'waiting' | 'full' | 'closed' | 'not-there';
  }>`select training.take_place() as outcome`.execute(tx);
  return rows[0]?.outcome ?? 'not-there';
}

export async function giveUpPlace(tx: Tx, registrationId: string): Promise<boolean> {
  const { rows } = await sql<{
    gave: boolean;
  }>`select training.give_up_place(${registrationId}) as gave`.execute(tx);
  return rows[0]?.gave ?? false;
}

/** Somebody who is to hear of a place. */
export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly personId: string | null;
}

/** Fills free places from the queue's head, in this transaction. */
export async function moveUp(
  tx: Tx,
  eventId: string,
): Promise<(Addressee & { readonly joinAddress: string | null })[]> {
  const { rows } = await sql<
    Addressee & { joinAddress: string | null }
  >`select id, name, email, language, time_zone as "timeZone",
    person_id as "personId", join_address as "joinAddress" from training.move_up(${eventId})`.execute(tx);
  return rows;
}

/** Where registered people join; null for all others, and where there is none. */
export async function joinAddressOf(reader: Reader, eventId: string): Promise<string | null> {
  const { rows } = await sql<{
    address: string | null;
  }>`select training.join_address(${eventId}) as address`.execute(reader);
  return rows[0]?.address ?? null;
}

type CodeOutcome = 'here' | 'wrong' | 'not-now' | 'too-many' | 'not-there';

export async function attendByCode(tx: Tx, registrationId: string, code: string): Promise<CodeOutcome> {
  const { rows } = await sql<{
    outcome: CodeOutcome;
  }>`select training.attend_by_code(${registrationId}, ${code}) as outcome`.execute(tx);
  return rows[0]?.outcome ?? 'not-there';
}

/** @returns how often this network asked within the hour, this time included */
export async function countStranger(reader: Reader, id: string, network: Buffer): Promise<number> {
  const { rows } = await sql<{ n: number }>`select training.count_stranger(${id}, ${network}) as n`.execute(
    reader,
  );
  return rows[0]?.n ?? 0;
}
