import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { aPerson, amasPassphrase, setUpPassphrase } from '../builders.ts';
import { codeOfStep, stepAt } from '../rules/totp.ts';
import type { AttemptPurpose } from '../rules/attempts.ts';
import { countAttempt } from './attempt.ts';
import { identify } from './identify.ts';
import { hashPrintedCode } from './second-factor.ts';
import { signInByPassphrase } from './sign-in-by-passphrase.ts';

describe('signing in with a passphrase and a code', () => {
  let world: TestWorld;
  let personId: string;
  let email: string;
  let secret: Buffer;
  let network: string;
  beforeAll(async () => {
    world = await testWorld();
  });
  beforeEach(async () => {
    email = `ama-${world.newId()}@city.example`;
    network = world.newId();
    // The authenticator's half minute must not turn over between two lines of a test.
    world.setNow(new Date());
    personId = await aPerson(asWorker(world), { email });
    secret = await setUpPassphrase(asWorker(world), personId);
  });
  afterAll(() => world.close());

  const worker = () => world.databases.worker.database;
  const codeNow = (steps = 0) => codeOfStep(secret, stepAt(world.now()) + steps);
  const signIn = (over: { email?: string; passphrase?: string; code?: string; network?: string } = {}) =>
    signInByPassphrase(
      world,
      { email, passphrase: amasPassphrase, code: codeNow(), ...over },
      { network: over.network ?? network, device: 'Firefox, Linux' },
    );
  /** As after so many failures, without their work. */
  const failed = async (purpose: AttemptPurpose, account: string, times: number, from = network) => {
    for (let n = 0; n < times; n++) await countAttempt(world, purpose, account, from);
  };
  const wrong = { reason: { key: 'people:sign-in-wrong' }, status: 422 };
  const tooMany = { reason: { key: 'people:too-many-attempts' }, status: 429 };
  const mailsTo = async () =>
    (await worker().selectFrom('platform.mail').select('body').where('to_address', '=', email).execute())
      .length;

  it('opens a session that has just been proven', async () => {
    const { token } = await signIn();
    const actor = await identify(
      world,
      new Request('http://localhost/', { headers: { cookie: `session=${token}` } }),
    );
    expect(actor).toMatchObject({ personId, assurance: 'passphrase' });
    expect(actor.steppedUpAt).toBeInstanceOf(Date);
  });

  it('takes the address in any case', async () => {
    await expect(signIn({ email: email.toUpperCase() })).resolves.toHaveProperty('token');
  });

  it.each([
    ['another passphrase', { passphrase: 'three mangoes on a red bus' }],
    ['another address', { email: 'nobody@city.example' }],
    ['no code', { code: '' }],
    ['a code of letters', { code: 'ABCDEF' }],
    ['a printed code never printed', { code: '23456-789AB' }],
  ])('refuses %s with one and the same sentence', async (_, over) => {
    await expect(signIn(over)).rejects.toMatchObject(wrong);
  });

  it('refuses a code used before, and any before it', async () => {
    await signIn();
    await expect(signIn()).rejects.toMatchObject(wrong);
    await expect(signIn({ code: codeNow(-1) })).rejects.toMatchObject(wrong);
    await expect(signIn({ code: codeNow(1) })).resolves.toHaveProperty('token');
  });

  it('lets one of two presses at once in with the same code', async () => {
    const pressed = await Promise.allSettled([signIn(), signIn()]);
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes a printed code once', async () => {
    const hash = hashPrintedCode(world, personId, '23456-789AB');
    await worker()
      .insertInto('people.printed_code')
      .values({ person_id: personId, code_hash: hash })
      .execute();
    await expect(signIn({ code: '23456 789ab' })).resolves.toHaveProperty('token');
    await expect(signIn({ code: '23456 789ab' })).rejects.toMatchObject(wrong);
  });

  it('refuses another person’s printed code', async () => {
    const other = await aPerson(asWorker(world));
    const hash = hashPrintedCode(world, other, '23456-789AB');
    await worker().insertInto('people.printed_code').values({ person_id: other, code_hash: hash }).execute();
    await expect(signIn({ code: '23456-789AB' })).rejects.toMatchObject(wrong);
  });

  it('refuses a suspended person', async () => {
    await sql`update people.account set suspended_at = now(), suspended_why = 'left' where person_id = ${personId}`.execute(
      worker(),
    );
    await expect(signIn()).rejects.toMatchObject(wrong);
  });

  it('refuses a passphrase without any code set up', async () => {
    await sql`delete from people.totp where person_id = ${personId}`.execute(worker());
    await expect(signIn()).rejects.toMatchObject(wrong);
  });

  it('asks to wait after five wrong ones from one network, even with the right one, and only there', async () => {
    await failed('passphrase', email, 4);
    await expect(signIn({ passphrase: 'a wrong passphrase here' })).rejects.toMatchObject(wrong);
    await expect(signIn()).rejects.toMatchObject(tooMany);
    await expect(signIn({ network: 'elsewhere' })).resolves.toHaveProperty('token');
  });

  it('counts guesses for addresses that nobody has, just the same', async () => {
    const guess = () => signIn({ email: 'nobody-at-all@city.example' });
    await failed('passphrase', 'nobody-at-all@city.example', 4);
    await expect(guess()).rejects.toMatchObject(wrong);
    await expect(guess()).rejects.toMatchObject(tooMany);
  });

  it('tells the owner by mail when somebody has the passphrase and guesses the code', async () => {
    await failed('second-factor', personId, 1, world.newId());
    await expect(signIn({ code: '000000' })).rejects.toMatchObject(wrong);
    expect(await mailsTo()).toBe(0);
    await expect(signIn({ code: '000000' })).rejects.toMatchObject(wrong);
    expect(await mailsTo()).toBe(1);
  });

  it('takes no code any more after ten wrong ones from anywhere, with the same sentence', async () => {
    for (let guess = 0; guess < 9; guess++) await failed('second-factor', personId, 1, world.newId());
    await expect(signIn({ code: '000000' })).rejects.toMatchObject(wrong);
    await expect(signIn({ network: world.newId() })).rejects.toMatchObject({
      reason: wrong.reason,
      status: 429,
    });
  });
});
