import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { aPerson, aSession } from '../builders.ts';
import { softPasskey } from '../soft-passkey.ts';
import { addPasskey, offerPasskey } from './add-passkey.ts';
import { identify } from './identify.ts';
import { askForPasskey, type RelyingParty } from './passkey-ceremony.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { stepUpByPasskey } from './step-up.ts';

const party: RelyingParty = { id: 'example.org', origin: 'https://example.org' };
const browser = { network: '192.0.2.1', device: '' };

describe('signing in with a passkey', () => {
  let world: TestWorld;
  let personId: string;
  let session: Awaited<ReturnType<typeof aSession>>;
  let device: ReturnType<typeof softPasskey>;
  beforeAll(async () => {
    world = await testWorld();
  });
  beforeEach(async () => {
    personId = await aPerson(asWorker(world));
    session = await aSession(asWorker(world), personId);
    device = softPasskey();
    await addPasskey(world, session.actor, party, { answer: await made(), name: 'Phone' });
  });
  afterAll(() => world.close());

  const refused = { reason: { key: 'people:passkey-refused' }, status: 422 };
  const asked = (challenge: string) => ({ challenge, origin: party.origin, party: party.id });
  const made = async () => device.make(asked((await offerPasskey(world, session.actor, party)).challenge));
  const challenge = async () => (await askForPasskey(world, party, 'sign-in')).challenge;
  const signIn = (answer: string) => signInByPasskey(world, party, answer, browser);

  it('opens a session that has just been proven', async () => {
    const { token } = await signIn(device.use(asked(await challenge())));
    const cookie = `session=${token}`;
    const actor = await identify(world, new Request('http://localhost/', { headers: { cookie } }));
    expect(actor).toMatchObject({ personId, assurance: 'passkey' });
    expect(actor.steppedUpAt).toBeInstanceOf(Date);
  });

  it('refuses the same answer again', async () => {
    const answer = device.use(asked(await challenge()));
    await signIn(answer);
    await expect(signIn(answer)).rejects.toMatchObject(refused);
  });

  it('refuses one challenge answered twice', async () => {
    const once = await challenge();
    await signIn(device.use(asked(once)));
    await expect(signIn(device.use(asked(once)))).rejects.toMatchObject(refused);
  });

  it('refuses an answer made for another site', async () => {
    const phished = device.use({ ...asked(await challenge()), origin: 'https://examp1e.org' });
    await expect(signIn(phished)).rejects.toMatchObject(refused);
    const elsewhere = device.use({ ...asked(await challenge()), party: 'examp1e.org' });
    await expect(signIn(elsewhere)).rejects.toMatchObject(refused);
  });

  it('refuses a device that did not check whose hand holds it', async () => {
    const bare = device.use({ ...asked(await challenge()), unverified: true });
    await expect(signIn(bare)).rejects.toMatchObject(refused);
  });

  it('refuses a challenge that is not ours, over, or for something else', async () => {
    const foreign = Buffer.alloc(56, 7).toString('base64url');
    await expect(signIn(device.use(asked(foreign)))).rejects.toMatchObject(refused);
    const forStepUp = (await askForPasskey(world, party, 'step-up', personId)).challenge;
    await expect(signIn(device.use(asked(forStepUp)))).rejects.toMatchObject(refused);
    const late = await challenge();
    world.setNow(new Date(Date.now() + 11 * 60_000));
    await expect(signIn(device.use(asked(late)))).rejects.toMatchObject(refused);
    world.setNow(new Date());
  });

  it('refuses a passkey nobody has, and one of a suspended person', async () => {
    await expect(signIn(softPasskey().use(asked(await challenge())))).rejects.toMatchObject(refused);
    await sql`update people.account set suspended_at = now(), suspended_why = 'left' where person_id = ${personId}`.execute(
      world.databases.worker.database,
    );
    await expect(signIn(device.use(asked(await challenge())))).rejects.toMatchObject(refused);
  });

  it.each(['', '{}', 'null', '[]', '{"id":"x"}', '{'])('refuses %j, which is no answer', async (answer) => {
    await expect(signIn(answer)).rejects.toMatchObject({ status: 422 });
  });

  it('steps up its owner’s session and nobody else’s', async () => {
    const mine = (await askForPasskey(world, party, 'step-up', personId)).challenge;
    await expect(
      stepUpByPasskey(world, session.actor, party, device.use(asked(mine))),
    ).resolves.toHaveProperty('token');
    const kofi = await aSession(asWorker(world), await aPerson(asWorker(world)));
    const his = (await askForPasskey(world, party, 'step-up', kofi.actor.personId ?? '')).challenge;
    await expect(stepUpByPasskey(world, kofi.actor, party, device.use(asked(his)))).rejects.toMatchObject(
      refused,
    );
  });

  it('is not registered by an answer replayed, unverified, or asked of another person', async () => {
    device = softPasskey();
    const answer = await made();
    await addPasskey(world, session.actor, party, { answer, name: 'New' });
    const again = addPasskey(world, session.actor, party, { answer, name: 'Again' });
    await expect(again).rejects.toThrow();
    const offered = (await offerPasskey(world, session.actor, party)).challenge;
    const bare = softPasskey().make({ ...asked(offered), unverified: true });
    await expect(addPasskey(world, session.actor, party, { answer: bare, name: 'x' })).rejects.toMatchObject(
      refused,
    );
    const kofi = await aSession(asWorker(world), await aPerson(asWorker(world)));
    const forAma = softPasskey().make(asked(offered));
    await expect(addPasskey(world, kofi.actor, party, { answer: forAma, name: 'x' })).rejects.toMatchObject(
      refused,
    );
  });
});
