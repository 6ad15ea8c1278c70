import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { aPerson } from '../builders.ts';
import { askForCode } from './ask-for-code.ts';
import { identify } from './identify.ts';
import { mailSignInCode } from './mail-sign-in-code.ts';
import { signInByCode } from './sign-in-by-code.ts';

const browser = { network: '192.0.2.1', device: '' };

describe('signing in with a mailed code', () => {
  let world: TestWorld;
  let email: string;
  let personId: string;
  beforeAll(async () => {
    world = await testWorld();
  });
  beforeEach(async () => {
    email = `ama-${world.newId()}@city.example`;
    personId = await aPerson(asWorker(world), { email });
  });
  afterAll(() => world.close());

  const worker = () => world.databases.worker.database;
  const mailed = async () =>
    await worker()
      .selectFrom('platform.mail')
      .selectAll()
      .where('to_address', '=', email)
      .orderBy('id')
      .execute();
  const newestCode = async () => /(\d{4} \d{4})/.exec((await mailed()).at(-1)?.body ?? '')?.[1] ?? '';
  const ask = async (address = email) => {
    const codeId = await askForCode(
      world,
      { email: address, language: 'fr' },
      { ...browser, network: world.newId() },
    );
    await mailSignInCode(asWorker(world), { codeId, address: address.toLowerCase(), language: 'fr' });
    return codeId;
  };
  const type = (codeId: string, code: string) => signInByCode(world, codeId, code, browser);
  const over = { reason: { key: 'people:code-over' }, status: 410 };
  const wrong = { reason: { key: 'people:code-wrong' }, status: 422 };
  const age = (codeId: string, minutes: number) =>
    sql`update people.mailed_code set expires_at = expires_at - make_interval(mins => ${minutes}::int) where id = ${codeId}`.execute(
      worker(),
    );

  it('opens a session for drafts, in the language asked in, and proves the address', async () => {
    const codeId = await ask(email.toUpperCase());
    const { token } = await type(codeId, await newestCode());
    const cookie = `session=${token}`;
    const actor = await identify(world, new Request('http://localhost/', { headers: { cookie } }));
    expect(actor).toMatchObject({ personId, assurance: 'mailed-code', steppedUpAt: null });
    expect((await mailed())[0]).toMatchObject({ language: 'fr', person_id: personId });
    const address = await worker()
      .selectFrom('people.email_address')
      .select('verified_at')
      .where('address', '=', email)
      .executeTakeFirst();
    expect(address?.verified_at).toBeInstanceOf(Date);
  });

  it('puts the work in the queue the same way whether or not the address is anybody’s', async () => {
    const waiting = async () =>
      (
        await sql<{
          n: number;
        }>`select count(*)::int as n from people.mailed_code where code_hash is null`.execute(worker())
      ).rows[0]?.n ?? 0;
    const before = await waiting();
    await askForCode(world, { email: 'nobody@city.example', language: 'en' }, { ...browser, network: 'a' });
    await askForCode(world, { email, language: 'en' }, { ...browser, network: 'b' });
    expect(await waiting()).toBe(before + 2);
  });

  it('mails nothing to an address nobody has, and answers its code as any wrong one', async () => {
    const codeId = await ask('nobody-here@city.example');
    expect(
      await worker()
        .selectFrom('platform.mail')
        .selectAll()
        .where('to_address', '=', 'nobody-here@city.example')
        .execute(),
    ).toEqual([]);
    await expect(type(codeId, '12345678')).rejects.toMatchObject(wrong);
  });

  it('is not taken twice', async () => {
    const codeId = await ask();
    const code = await newestCode();
    await type(codeId, code);
    await expect(type(codeId, code)).rejects.toMatchObject(over);
  });

  it('is taken once when typed twice at the same moment', async () => {
    const codeId = await ask();
    const code = await newestCode();
    const typed = await Promise.allSettled([type(codeId, code), type(codeId, code), type(codeId, code)]);
    expect(typed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('lives ten minutes', async () => {
    const codeId = await ask();
    await age(codeId, 9);
    await expect(type(codeId, '00000000')).rejects.toMatchObject(wrong);
    await age(codeId, 1);
    await expect(type(codeId, await newestCode())).rejects.toMatchObject(over);
  });

  it('ends after five wrong tries', async () => {
    const codeId = await ask();
    for (let tries = 0; tries < 5; tries++)
      await expect(type(codeId, '00000000')).rejects.toMatchObject(wrong);
    await expect(type(codeId, await newestCode())).rejects.toMatchObject(over);
  });

  it('works only where it was asked for', async () => {
    await ask();
    const code = await newestCode();
    const elsewhere = await ask('somebody-else@city.example');
    await expect(type(elsewhere, code)).rejects.toMatchObject(wrong);
    await expect(type(world.newId(), code)).rejects.toMatchObject(over);
    await expect(type('not-an-id', code)).rejects.toMatchObject(over);
  });

  it('is not mailed to the suspended, nor taken from them', async () => {
    const codeId = await ask();
    const suspend = sql`update people.account set suspended_at = now(), suspended_why = 'left' where person_id = ${personId}`;
    await suspend.execute(worker());
    await expect(type(codeId, await newestCode())).rejects.toMatchObject(over);
    const before = (await mailed()).length;
    await ask();
    expect(await mailed()).toHaveLength(before);
  });

  it('is mailed three times an hour to one address, then no more, without a word', async () => {
    for (let asked = 0; asked < 5; asked++) await ask();
    expect(await mailed()).toHaveLength(3);
  });

  it('is mailed once, however often the worker does its work', async () => {
    const codeId = await ask();
    await mailSignInCode(asWorker(world), { codeId, address: email, language: 'en' });
    expect(await mailed()).toHaveLength(1);
  });

  it('may be asked for ten times in a quarter of an hour from one place', async () => {
    const asking = () => askForCode(world, { email, language: 'en' }, { ...browser, network: 'one place' });
    for (let asked = 0; asked < 10; asked++) await asking();
    await expect(asking()).rejects.toMatchObject({ status: 429 });
  });
});
