import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { aPerson, grantRoleTo } from '../people/builders.ts';
import { type Asked, askCouncil } from './actions/ask-council.ts';
import { tokenOf } from './actions/secure-links.ts';
import { type Case, findCaseByReference } from './store/cases.ts';
import { type Audience, findLink } from './store/links.ts';

export { aCity } from '../city-registry/builders.ts';

/** The same world with a file store of its own. */
export function withFiles<W extends World>(world: W): W & { removeFiles(): void } {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mmc-desk-'));
  return {
    ...world,
    config: { ...world.config, dataDir },
    removeFiles: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

export const question: Omit<Asked, 'cityId'> = {
  requesterName: 'Trial contact',
  requesterEmail: 'clerk@kenema.example',
  requesterRole: 'Head of housing',
  topic: 'housing',
  subject: 'Rooms for newcomers',
  language: 'en',
  urgency: 'normal',
  body: 'How do other cities find rooms?',
  attachments: [],
};

/** A case as a city opens it on the web. @param web a world as the web has it */
export async function aCase(
  web: World,
  worker: World,
  asked: Partial<Asked> & { cityId: string },
): Promise<Case> {
  const reference = await askCouncil(web, { ...question, ...asked }, '192.0.2.1');
  return await caseOf(worker, reference);
}

export async function caseOf(worker: World, reference: string): Promise<Case> {
  const found = await reading(worker, systemActor, (tx) => findCaseByReference(tx, [reference]));
  if (!found) throw new Error(`no case ${reference}`);
  return found;
}

/** The token in the link that a mail carried. */
export async function tokenFor(
  worker: World,
  caseId: string,
  audience: Audience = 'requester',
): Promise<string> {
  const link = await reading(worker, systemActor, (tx) => findLink(tx, caseId, audience));
  if (!link) throw new Error(`no ${audience} link to ${caseId}`);
  return tokenOf(worker, link);
}

/** All mail in the outbox, the oldest first. By the worker. */
export async function sentMail(
  worker: World,
): Promise<{ to: string; subject: string; body: string; messageId: string; language: string }[]> {
  const rows = await atomically(worker, systemActor, (tx) =>
    tx.selectFrom('platform.mail').selectAll().orderBy('created_at').orderBy('id').execute(),
  );
  return rows.map((row) => ({
    to: row.to_address,
    subject: row.subject,
    body: row.body,
    messageId: row.message_id,
    language: row.language,
  }));
}

/** Somebody who works the desk, known to the database, with an address. */
export async function aDeskPerson(
  worker: World,
  name: string,
  email: string,
  role: 'staff-support' | 'director' = 'staff-support',
): Promise<Actor> {
  const personId = await aPerson(worker, { name, email });
  await grantRoleTo(worker, personId, role);
  return {
    ...anonymous,
    personId,
    name,
    roles: [{ role, cityId: null, organisationId: null, until: null }],
    assurance: 'passkey',
    steppedUpAt: new Date(),
  };
}

/** An organisation to ask for help. @returns its id */
export async function anOrganisation(worker: World, name = 'Harbour Aid'): Promise<string> {
  const id = worker.newId();
  const inAll = JSON.stringify({ en: name, fr: name, es: name, pt: name, ar: name });
  await worker.db
    .insertInto('people.organisation')
    .values({ id, slug: `org-${id.slice(-12)}`, name: inAll, kind: 'un-agency' })
    .execute();
  return id;
}
