import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Actor, anonymous, type Role } from '../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../kernel/calendar-date.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import type { World } from '../../world.ts';
import { aPerson } from '../people/builders.ts';
import { tokenOf } from './actions/letters.ts';
import type { MandateRequest } from './rules/request.ts';

/** The same world with a file store of its own. */
export function withFiles<W extends World>(world: W): W & { removeFiles(): void } {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mmc-mandates-'));
  return {
    ...world,
    config: { ...world.config, dataDir },
    removeFiles: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Somebody who exists, signed in with a passkey a moment ago. */
export async function somebodyReal(
  worker: World,
  role: Role,
  over: { readonly cityId?: string; readonly name?: string; readonly email?: string } = {},
): Promise<Actor & { readonly personId: string }> {
  const { cityId = null, name = `Trial ${role}`, email } = over;
  const personId = await aPerson(worker, { name, ...(email ? { email } : {}) });
  const roles = [{ role, cityId, organisationId: null, until: null }];
  return { ...anonymous, personId, name, roles, assurance: 'passkey', steppedUpAt: worker.now() };
}

/** A request that staff see, asked a moment ago unless told. @returns its id */
export async function aWaitingRequest(
  worker: World,
  over: { readonly cityId: string } & Partial<
    Pick<MandateRequest, 'role' | 'email' | 'name' | 'language' | 'personId' | 'askedAt' | 'stage'>
  >,
): Promise<string> {
  const id = worker.newId();
  const today = dayInUtc(worker.now());
  const stage = over.stage ?? 'waiting';
  await worker.db
    .insertInto('mandates.request')
    .values({
      id,
      token_hash: hashToken(tokenOf(worker, id)),
      kind: 'own',
      city_id: over.cityId,
      role: over.role ?? 'city-focal-point',
      name: over.name ?? 'Trial requester',
      email: over.email ?? 'clerk@kenema.example',
      language: over.language ?? 'en',
      from_date: today,
      to_date: addDays(today, 300),
      document_kind: 'appointment-letter',
      why: 'Looks after newcomers',
      person_id: over.personId ?? null,
      stage,
      ...(over.askedAt ? { asked_at: over.askedAt } : {}),
      proven_at: stage === 'unproven' ? null : new Date(),
    })
    .execute();
  return id;
}

/** A telephone number the council recorded a year ago unless told. @returns its id */
export async function aKnownChannel(
  worker: World,
  over: {
    readonly cityId: string;
    readonly recordedBy: string;
    readonly recordedAt?: Date;
    readonly reach?: string;
  },
): Promise<string> {
  const id = worker.newId();
  const recordedAt = over.recordedAt ?? new Date(Date.now() - 365 * 86_400_000);
  await worker.db
    .insertInto('mandates.known_channel')
    .values({
      id,
      city_id: over.cityId,
      kind: 'telephone',
      reach: over.reach ?? '+232 00 000 000',
      source: 'The official site of the city, read by staff',
      known_since: dayInUtc(recordedAt),
      recorded_by: over.recordedBy,
      recorded_at: recordedAt,
    })
    .execute();
  return id;
}

/** What a mail to the address says, newest first. */
export async function mailsTo(
  worker: World,
  address: string,
): Promise<{ subject: string; body: string; language: string }[]> {
  return await worker.db
    .selectFrom('platform.mail')
    .select(['subject', 'body', 'language'])
    .where('to_address', '=', address)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
