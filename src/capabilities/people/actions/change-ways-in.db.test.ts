import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { aPerson, amasPassphrase, aSession, setUpPassphrase } from '../builders.ts';
import { codeOfStep, stepAt } from '../rules/totp.ts';
import { softPasskey } from '../soft-passkey.ts';
import { getStanding } from '../store/credentials.ts';
import { addPasskey, offerPasskey } from './add-passkey.ts';
import { identify } from './identify.ts';
import { printCodes } from './print-codes.ts';
import { removePasskey } from './remove-passkey.ts';
import { revokeOwnSessions } from './revoke-sessions.ts';
import { setPassphrase } from './set-passphrase.ts';
import { offerSecret, setUpAuthenticator } from './set-up-authenticator.ts';
import { signInByPassphrase } from './sign-in-by-passphrase.ts';
import { stepUpByPassphrase } from './step-up.ts';

const party = { id: 'example.org', origin: 'https://example.org' };
const browser = { network: '192.0.2.1', device: '' };
const soon = () => new Date(Date.now() + 3_600_000);

describe('changing how one signs in', () => {
  let world: TestWorld;
  let email: string;
  let personId: string;
  let actor: Actor;
  let cookie: string;
  beforeAll(async () => {
    world = await testWorld();
  });
  beforeEach(async () => {
    email = `ama-${world.newId()}@city.example`;
    personId = await aPerson(asWorker(world), { email });
    ({ actor, cookie } = await aSession(asWorker(world), personId));
  });
  afterAll(() => world.close());

  const stepUpNeeded = { reason: { key: 'platform:step-up-needed' }, status: 403 };
  const tired = () => ({ ...actor, steppedUpAt: new Date(Date.now() - 16 * 60_000) });
  const byMail = () => ({ ...actor, assurance: 'mailed-code' as const, steppedUpAt: null });
  const identified = async (given: string) =>
    (await identify(world, new Request('http://localhost/', { headers: { cookie: given } }))).personId;
  const mails = async () =>
    await world.databases.worker.database
      .selectFrom('platform.mail')
      .select('body')
      .where('to_address', '=', email)
      .orderBy('id')
      .execute();
  const addDevice = async (as = actor) => {
    const device = softPasskey();
    const { challenge } = await offerPasskey(world, as, party);
    const answer = device.make({ challenge, origin: party.origin, party: party.id });
    await addPasskey(world, as, party, { answer, name: 'Phone' });
    return device.id;
  };
  const standing = () => reading(world, actor, (tx) => getStanding(tx, personId));
  const setUpApp = async (as = actor) => {
    const { secret, sealed } = offerSecret(world, personId);
    await setUpAuthenticator(world, as, { sealed, code: codeOfStep(secret, stepAt(world.now())) });
    return secret;
  };

  it('is told to the owner by mail and written down, each time', async () => {
    await setPassphrase(world, actor, amasPassphrase);
    await setUpApp();
    await printCodes(world, actor);
    const id = await addDevice();
    await removePasskey(world, actor, id);
    expect(await mails()).toHaveLength(5);
    expect((await mails()).at(-1)?.body).toContain('Phone');
    const acts = await world.databases.worker.database
      .selectFrom('platform.act')
      .select('kind')
      .where('subject_id', '=', personId)
      .orderBy('id')
      .execute();
    expect(acts.map(({ kind }) => kind)).toEqual([
      'people.passphrase-set',
      'people.authenticator-set',
      'people.codes-printed',
      'people.passkey-added',
      'people.passkey-removed',
    ]);
  });

  it('leads to a way in', async () => {
    await setPassphrase(world, actor, amasPassphrase);
    const [printed = ''] = await printCodes(world, actor);
    const typed = { email, passphrase: amasPassphrase, code: printed };
    await expect(signInByPassphrase(world, typed, browser)).resolves.toHaveProperty('token');
  });

  it('asks for a fresh proof, whatever is changed', async () => {
    const id = await addDevice();
    for (const as of [tired(), byMail()]) {
      await expect(setPassphrase(world, as, amasPassphrase)).rejects.toMatchObject(stepUpNeeded);
      await expect(setUpApp(as)).rejects.toMatchObject(stepUpNeeded);
      await expect(printCodes(world, as)).rejects.toMatchObject(stepUpNeeded);
      await expect(addDevice(as)).rejects.toMatchObject(stepUpNeeded);
      await expect(removePasskey(world, as, id)).rejects.toMatchObject(stepUpNeeded);
    }
  });

  it('is for the invited by a mailed code, until they have a way in', async () => {
    const invited = await aPerson(asWorker(world), { invitedUntil: soon() });
    const session = await aSession(asWorker(world), invited, { assurance: 'mailed-code', steppedUp: false });
    await setPassphrase(world, session.actor, amasPassphrase);
    await printCodes(world, session.actor);
    await expect(printCodes(world, session.actor)).rejects.toMatchObject(stepUpNeeded);
    await expect(setPassphrase(world, session.actor, 'four plums on a red train')).rejects.toMatchObject(
      stepUpNeeded,
    );
  });

  it('is not for the uninvited by a mailed code, nor for nobody', async () => {
    await expect(setPassphrase(world, byMail(), amasPassphrase)).rejects.toMatchObject({
      reason: { key: 'people:invitation-over' },
    });
    await expect(setPassphrase(world, anonymous, amasPassphrase)).rejects.toMatchObject({ status: 403 });
  });

  it('ends all other sessions with a new passphrase, this one not', async () => {
    const other = await aSession(asWorker(world), personId);
    await setPassphrase(world, actor, amasPassphrase);
    expect(await identified(other.cookie)).toBeNull();
    expect(await identified(cookie)).toBe(personId);
  });

  it('refuses a passphrase that is short, common or one’s own address', async () => {
    for (const easy of ['too short', 'this is my password', email])
      await expect(setPassphrase(world, actor, easy)).rejects.toMatchObject({ status: 422 });
    expect((await standing()).factors.hasPassphrase).toBe(false);
  });

  it('links an app only when it shows the right digits, and not with a secret of another person', async () => {
    const { secret, sealed } = offerSecret(world, personId);
    await expect(setUpAuthenticator(world, actor, { sealed, code: '000000' })).rejects.toMatchObject({
      reason: { key: 'people:authenticator-code-wrong' },
    });
    const others = offerSecret(world, world.newId());
    const code = codeOfStep(secret, stepAt(world.now()));
    await expect(setUpAuthenticator(world, actor, { sealed: others.sealed, code })).rejects.toMatchObject({
      reason: { key: 'platform:form-expired' },
    });
    expect((await standing()).factors.hasAuthenticator).toBe(false);
  });

  it('keeps the last way in, and other people’s passkeys', async () => {
    const id = await addDevice();
    await expect(removePasskey(world, actor, id)).rejects.toMatchObject({
      reason: { key: 'people:last-way-in' },
    });
    const kofi = await aSession(asWorker(world), await aPerson(asWorker(world)));
    await setUpPassphrase(asWorker(world), kofi.actor.personId ?? '');
    await expect(removePasskey(world, kofi.actor, id)).rejects.toMatchObject({ status: 404 });
    expect((await standing()).factors.passkeys).toBe(1);
  });

  it('ends old printed codes with new ones', async () => {
    await setUpPassphrase(asWorker(world), personId);
    const [old = ''] = await printCodes(world, actor);
    await printCodes(world, actor);
    const typed = { email, passphrase: amasPassphrase, code: old };
    await expect(signInByPassphrase(world, typed, browser)).rejects.toMatchObject({ status: 422 });
  });

  it('steps up by passphrase and code, with both right only', async () => {
    const secret = await setUpPassphrase(asWorker(world), personId);
    const code = codeOfStep(secret, stepAt(world.now()));
    const stepUp = (passphrase: string, typed: string) =>
      stepUpByPassphrase(world, byMail(), { passphrase, code: typed }, browser);
    const wrong = { reason: { key: 'people:step-up-wrong' } };
    await expect(stepUp('three mangoes on a red bus', code)).rejects.toMatchObject(wrong);
    await expect(stepUp(amasPassphrase, '000000')).rejects.toMatchObject(wrong);
    const { token } = await stepUp(amasPassphrase, code);
    const again = await identify(
      world,
      new Request('http://localhost/', { headers: { cookie: `session=${token}` } }),
    );
    expect(again).toMatchObject({ personId, assurance: 'passphrase', sessionId: actor.sessionId });
    expect(await identified(cookie)).toBeNull();
  });

  it('does not step up a session that was ended in another tab', async () => {
    const secret = await setUpPassphrase(asWorker(world), personId);
    await revokeOwnSessions(world, { ...actor, sessionId: null }, actor.sessionId ?? '');
    const typed = { passphrase: amasPassphrase, code: codeOfStep(secret, stepAt(world.now())) };
    await expect(stepUpByPassphrase(world, actor, typed, browser)).rejects.toMatchObject({ status: 403 });
  });

  it('ends one’s own sessions, one or all others, and nobody else’s', async () => {
    const other = await aSession(asWorker(world), personId);
    const third = await aSession(asWorker(world), personId);
    const kofi = await aSession(asWorker(world), await aPerson(asWorker(world)));
    await revokeOwnSessions(world, actor, other.id);
    expect(await identified(other.cookie)).toBeNull();
    expect(await identified(third.cookie)).toBe(personId);
    expect(await revokeOwnSessions(world, actor)).toBe(1);
    expect(await identified(cookie)).toBe(personId);
    await expect(revokeOwnSessions(world, actor, kofi.id)).rejects.toMatchObject({ status: 404 });
    expect(await identified(kofi.cookie)).not.toBeNull();
  });
});
