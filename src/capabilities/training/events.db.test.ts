import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson } from '../people/builders.ts';
import { askForPlace } from './actions/ask-place.ts';
import { attendWithCode, importAttendance, saveAttendance } from './actions/attend.ts';
import { noteEventAttended } from './actions/note-completion.ts';
import { cancelEvent, closeEvent } from './actions/open-event.ts';
import { replanEvent } from './actions/plan-event.ts';
import { remind } from './actions/remind.ts';
import { cancelPlace, confirmPlace } from './actions/take-place.ts';
import { aPlan, anOpenEvent, tokenFor } from './builders.ts';
import { findAccess, findEvent } from './store/events.ts';
import { listRegistrations } from './store/registrations.ts';

const world = await testWorld();
const worker = asWorker(world);
let trainer: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  trainer = someone('staff-support', { personId: await aPerson(worker) });
});

const hour = 3_600_000;
const email = (name: string) => `${name}@example.org`;
const seat = (eventId: string, name: string) => ({
  actor: anonymous,
  token: tokenFor(world, eventId, email(name)),
});

async function asks(eventId: string, name: string, over: { cityId?: string; timeZone?: string } = {}) {
  await askForPlace(
    world,
    anonymous,
    {
      eventId,
      name: `Person ${name}`,
      email: email(name),
      cityId: over.cityId ?? null,
      language: 'en',
      timeZone: over.timeZone ?? 'Africa/Nairobi',
      accessNeeds: null,
    },
    `network-${name}`,
  );
}

async function registers(eventId: string, name: string, over: Parameters<typeof asks>[2] = {}) {
  await asks(eventId, name, over);
  await confirmPlace(world, seat(eventId, name));
}

async function stages(eventId: string): Promise<Record<string, string>> {
  const rows = await listRegistrations(worker.db, eventId);
  return Object.fromEntries(rows.map(({ email, stage }) => [email.split('@')[0] ?? '', stage]));
}

async function mailsTo(name: string) {
  const rows = await worker.db
    .selectFrom('platform.mail')
    .selectAll()
    .where('to_address', '=', email(name))
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    subject: row.subject,
    body: row.body,
    attachments: JSON.stringify(row.attachments),
  }));
}

/** Moves an event in time behind the planner’s back, as time itself would. */
async function letTimePass(eventId: string, startsAt: Date) {
  await world.databases.owner.database
    .updateTable('training.event')
    .set({
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + hour),
      registration_closes_at: startsAt,
    })
    .where('id', '=', eventId)
    .execute();
}

describe('a place', () => {
  it('is asked for by anyone, and counts only once the mailed link was followed', async () => {
    const eventId = await anOpenEvent(world, trainer);
    await asks(eventId, 'ada');
    expect((await findEvent(worker.db, eventId))?.placesTaken).toBe(0);
    const [letter] = await mailsTo('ada');
    expect(letter?.body).toContain(`/training/registrations/${tokenFor(world, eventId, email('ada'))}`);
    await confirmPlace(world, seat(eventId, 'ada'));
    await confirmPlace(world, seat(eventId, 'ada'));
    expect((await findEvent(worker.db, eventId))?.placesTaken).toBe(1);
    const letters = await mailsTo('ada');
    expect(letters).toHaveLength(2);
    expect(letters[1]?.body).toContain('https://meet.example.org/room-a');
    const ics = Buffer.from(
      String(JSON.parse(letters[1]?.attachments ?? '[]')[0].base64),
      'base64',
    ).toString();
    expect(ics).toContain('METHOD:REQUEST');
    expect(ics).toContain(email('ada'));
  });

  it('asked for again gives the same answer, and no more than five letters a day', async () => {
    const eventId = await anOpenEvent(world, trainer);
    for (let n = 0; n < 8; n++) await asks(eventId, 'bel');
    expect(await mailsTo('bel')).toHaveLength(5);
  });

  it('is opened by no guessed link', async () => {
    await expect(confirmPlace(world, { actor: anonymous, token: 'x'.repeat(43) })).rejects.toMatchObject({
      status: 404,
    });
    await expect(confirmPlace(world, { actor: anonymous, token: 'short' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('given up goes to who waits longest, with a letter, in the same transaction', async () => {
    const eventId = await anOpenEvent(world, trainer, { capacity: 1 });
    for (const name of ['cai', 'dov', 'eli']) await registers(eventId, name);
    expect(await stages(eventId)).toEqual({ cai: 'registered', dov: 'waiting', eli: 'waiting' });
    await cancelPlace(world, seat(eventId, 'cai'));
    expect(await stages(eventId)).toEqual({ cai: 'cancelled', dov: 'registered', eli: 'waiting' });
    const letters = await mailsTo('dov');
    expect(letters.at(-1)?.subject).toContain('A place is yours now');
    expect(letters.at(-1)?.attachments).toContain('invite.ics');
    expect((await mailsTo('cai')).at(-1)?.attachments).toContain('cancel.ics');
  });

  it('is never taken twice by many at once: two programs, twenty people, three places', async () => {
    const eventId = await anOpenEvent(world, trainer, { capacity: 3 });
    const names = Array.from({ length: 20 }, (_, n) => `par${n}`);
    for (const name of names) await asks(eventId, name);
    const other = { ...world, db: world.databases.worker.database };
    await Promise.all(names.map((name, n) => confirmPlace(n % 2 ? world : other, seat(eventId, name))));
    const counted = Object.values(await stages(eventId));
    expect(counted.filter((stage) => stage === 'registered')).toHaveLength(3);
    expect(counted.filter((stage) => stage === 'waiting')).toHaveLength(17);
    const holders = Object.entries(await stages(eventId)).filter(([, stage]) => stage === 'registered');
    await Promise.all(
      [
        ...holders,
        ...Object.entries(await stages(eventId))
          .filter(([, stage]) => stage === 'waiting')
          .slice(0, 5),
      ].map(([name]) => cancelPlace(world, seat(eventId, name))),
    );
    expect((await findEvent(worker.db, eventId))?.placesTaken).toBe(3);
    expect(Object.values(await stages(eventId)).filter((stage) => stage === 'waiting')).toHaveLength(9);
  });

  it('over capacity is refused by the database itself (planted fault: the lock taken away)', async () => {
    const eventId = await anOpenEvent(world, trainer, { capacity: 1 });
    await registers(eventId, 'fay');
    await asks(eventId, 'gil');
    const forced = worker.db
      .updateTable('training.registration')
      .set({ stage: 'registered' })
      .where('event_id', '=', eventId)
      .where('email', '=', email('gil'))
      .execute();
    await expect(forced).rejects.toThrow(/never_over_capacity/);
  });

  it('is refused when it is full without a waiting list, or closed', async () => {
    const eventId = await anOpenEvent(world, trainer, { capacity: 1, waitingList: false });
    await registers(eventId, 'hal');
    await asks(eventId, 'ida');
    await expect(confirmPlace(world, seat(eventId, 'ida'))).rejects.toMatchObject({
      reason: { key: 'training:event-full' },
    });
    await letTimePass(eventId, new Date(Date.now() - hour));
    await expect(asks(eventId, 'jon')).rejects.toMatchObject({
      reason: { key: 'training:registration-closed' },
    });
  });
});

describe('a plan', () => {
  it('that moves tells everybody and raises the calendar’s number; more places go to who waits', async () => {
    const eventId = await anOpenEvent(world, trainer, { capacity: 1 });
    await registers(eventId, 'kim');
    await registers(eventId, 'lea');
    const event = await findEvent(worker.db, eventId);
    const later = new Date(Date.now() + 40 * 24 * hour);
    await replanEvent(world, trainer, {
      ...aPlan({ startsAt: later, capacity: 2 }),
      eventId,
      version: event?.version ?? 0,
    });
    expect(await stages(eventId)).toEqual({ kim: 'registered', lea: 'registered' });
    const letters = await mailsTo('kim');
    expect(letters.at(-1)?.subject).toContain('New time or place');
    const ics = Buffer.from(
      String(JSON.parse(letters.at(-1)?.attachments ?? '[]')[0].base64),
      'base64',
    ).toString();
    expect(ics).toContain('SEQUENCE:1');
    expect((await mailsTo('lea')).map(({ subject }) => subject).join()).toContain('A place is yours now');
  });

  it('grown stale is refused, as are fewer places than people have', async () => {
    const eventId = await anOpenEvent(world, trainer);
    await registers(eventId, 'max');
    await registers(eventId, 'nia');
    await expect(replanEvent(world, trainer, { ...aPlan(), eventId, version: 1 })).rejects.toMatchObject({
      status: 409,
    });
    await expect(
      replanEvent(world, trainer, { ...aPlan({ capacity: 1 }), eventId, version: 2 }),
    ).rejects.toMatchObject({ reason: { key: 'training:too-few-places' } });
  });

  it('cancelled tells who has a place and who waits, and is the trainers’ alone', async () => {
    const eventId = await anOpenEvent(world, trainer, { capacity: 1 });
    await registers(eventId, 'oli');
    await registers(eventId, 'pia');
    const outsider = someone('staff-fund');
    await expect(cancelEvent(world, outsider, { eventId, why: 'x' })).rejects.toBeInstanceOf(Refusal);
    await cancelEvent(world, trainer, { eventId, why: 'The speaker is ill.' });
    for (const name of ['oli', 'pia'])
      expect((await mailsTo(name)).at(-1)?.body).toContain('The speaker is ill.');
    expect((await mailsTo('oli')).at(-1)?.attachments).toContain('cancel.ics');
  });
});

describe('reminders', () => {
  it('are sent once, in the participant’s hour, and again after the event moved', async () => {
    const startsAt = new Date(Date.now() + 2 * 24 * hour);
    const eventId = await anOpenEvent(world, trainer, { startsAt });
    await registers(eventId, 'qui', { timeZone: 'Pacific/Kiritimati' });
    world.setNow(new Date(startsAt.getTime() - 30 * 60_000));
    const reminding = { ...worker, now: () => world.now() };
    const sent = await remind(reminding);
    expect(sent).toBeGreaterThanOrEqual(1);
    expect(await remind(reminding)).toBe(0);
    const last = (await mailsTo('qui')).at(-1);
    expect(last?.subject).toContain('In an hour');
    expect(last?.body).toMatch(/GMT\+14|\+14/);
    world.setNow(new Date());
  });
});

describe('an event that took place', () => {
  it('marks who came by list, file or code, then thanks, certifies and tells the city’s history', async () => {
    const { id: cityId } = await aCity(world.databases.owner.database, { name: 'Moyamba' });
    const eventId = await anOpenEvent(world, trainer, { capacity: 10 });
    for (const name of ['rae', 'sam', 'tom', 'una']) await registers(eventId, name, { cityId });
    await letTimePass(eventId, new Date(Date.now() - 20 * 60_000));
    const code = (await findAccess(worker.db, eventId))?.code ?? '';
    await expect(attendWithCode(world, seat(eventId, 'rae'), 'AAAAAA')).rejects.toMatchObject({
      reason: { key: 'training:code-wrong' },
    });
    await attendWithCode(world, seat(eventId, 'rae'), ` ${code.toLowerCase()} `);
    const outcome = await importAttendance(world, trainer, {
      eventId,
      emails: [email('sam').toUpperCase(), 'stranger@example.org'],
    });
    expect(outcome).toEqual({ marked: 1, unknown: ['stranger@example.org'] });
    const ids = Object.fromEntries(
      (await listRegistrations(worker.db, eventId)).map(({ id, email }) => [email.split('@')[0] ?? '', id]),
    );
    const came = ['rae', 'sam', 'tom'].map((name) => ids[name] ?? '');
    await saveAttendance(world, trainer, { eventId, came, cityKnown: [ids['tom'] ?? ''] });
    await closeEvent(world, trainer, { eventId });
    for (const id of Object.values(ids)) {
      await noteEventAttended(worker, id);
      await noteEventAttended(worker, id);
    }
    const held = await worker.db
      .selectFrom('training.certificate')
      .select('number')
      .where('event_id', '=', eventId)
      .execute();
    expect(held).toHaveLength(3);
    expect((await mailsTo('tom')).at(-1)?.body).toContain('/certificate');
    expect((await mailsTo('una')).at(-1)?.subject).not.toContain('Thank you');
    const history = await worker.db
      .selectFrom('city_registry.engagement')
      .selectAll()
      .where('city_id', '=', cityId)
      .execute();
    expect(history).toHaveLength(1);
    expect(history[0]?.kind).toBe('support-received');
  });

  it('takes ten wrong codes and then no right one', async () => {
    const eventId = await anOpenEvent(world, trainer);
    await registers(eventId, 'vic');
    await letTimePass(eventId, new Date(Date.now() - 10 * 60_000));
    for (let n = 0; n < 10; n++)
      await attendWithCode(world, seat(eventId, 'vic'), 'AAAAAA').catch(() => undefined);
    const code = (await findAccess(worker.db, eventId))?.code ?? '';
    await expect(attendWithCode(world, seat(eventId, 'vic'), code)).rejects.toMatchObject({
      reason: { key: 'training:code-too-many' },
    });
  });
});
