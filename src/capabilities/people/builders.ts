import { type Actor, anonymous, type Assurance, type Role } from '../../kernel/actor.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { hashToken, newToken } from '../../platform/sessions/token.ts';
import { sealSecret } from './actions/second-factor.ts';
import { hashPassphrase } from './rules/passphrase-hash.ts';
import type { World } from '../../world.ts';

interface PersonWanted {
  readonly name?: string;
  readonly email?: string;
  readonly visibility?: 'public' | 'staff';
  readonly invitedUntil?: Date;
}

/** A person with an account, for tests. @param worker a world as the worker has it */
export async function aPerson(worker: World, wanted: PersonWanted = {}): Promise<string> {
  const id = worker.newId();
  const { name = 'Trial person', visibility = 'staff', email, invitedUntil = null } = wanted;
  await worker.db.insertInto('people.person').values({ id, name, visibility }).execute();
  await worker.db
    .insertInto('people.account')
    .values({ person_id: id, invited_until: invitedUntil })
    .execute();
  if (email)
    await worker.db.insertInto('people.email_address').values({ address: email, person_id: id }).execute();
  return id;
}

/** Gives a role without asking anybody: from 2020 on unless told. */
export async function grantRoleTo(
  worker: World,
  personId: string,
  role: Role,
  over: { cityId?: string; organisationId?: string; from?: CalendarDate; to?: CalendarDate } = {},
): Promise<string> {
  const id = worker.newId();
  await worker.db
    .insertInto('people.role_grant')
    .values({
      id,
      person_id: personId,
      role,
      city_id: over.cityId ?? null,
      organisation_id: over.organisationId ?? null,
      from_date: over.from ?? '2020-01-01',
      to_date: over.to ?? null,
      basis: 'For a test',
    })
    .execute();
  return id;
}

/** An open session, as the browser carries it. */
export async function aSession(
  worker: World,
  personId: string,
  over: { assurance?: Exclude<Assurance, 'none'>; steppedUp?: boolean } = {},
): Promise<{ id: string; token: string; cookie: string; actor: Actor }> {
  const { assurance = 'passkey', steppedUp = true } = over;
  const id = worker.newId();
  const token = newToken(worker);
  const steppedUpAt = steppedUp ? new Date() : null;
  await worker.db
    .insertInto('people.session')
    .values({
      id,
      token_hash: hashToken(token),
      person_id: personId,
      assurance,
      expires_at: new Date(Date.now() + 3_600_000),
      idle_minutes: 60,
      stepped_up_at: steppedUpAt,
    })
    .execute();
  const actor = { ...anonymous, personId, name: 'Trial person', sessionId: id, assurance, steppedUpAt };
  return { id, token, cookie: `session=${token}`, actor };
}

/** What a person with all ways in knows and holds. */
export const amasPassphrase = 'three mangoes on a blue bus';

const amasSalt = Buffer.alloc(16, 7);
let amasHash: Promise<Buffer> | undefined;

/** Gives the person a passphrase and an authenticator app. @returns the app's secret */
export async function setUpPassphrase(worker: World, personId: string): Promise<Buffer> {
  amasHash ??= hashPassphrase(worker.secrets.keyFor('passphrases'), amasPassphrase, amasSalt);
  await worker.db
    .insertInto('people.passphrase')
    .values({ person_id: personId, salt: amasSalt, hash: await amasHash })
    .execute();
  const secret = Buffer.from(worker.randomBytes(20));
  const sealed = sealSecret(worker, personId, secret);
  await worker.db
    .insertInto('people.totp')
    .values({ person_id: personId, sealed_secret: sealed, last_step: 0 })
    .execute();
  return secret;
}
