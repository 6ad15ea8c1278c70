import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal, Stale } from '../../kernel/refusal.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { aCity } from '../city-registry/builders.ts';
import { draftByMachine } from './actions/draft-by-machine.ts';
import { objectToRendering } from './actions/object-to-rendering.ts';
import { reviewRenderings } from './actions/review-renderings.ts';
import { keepReturnedFile, takeReturnedFile } from './actions/take-returned-file.ts';
import { xliffOf } from './actions/xliff.ts';
import { aKeptText, translate } from './builders.ts';
import { stateOf } from './rules/translated.ts';
import { reviewedElsewhere } from './store/renderings.ts';
import { findReturnedFile } from './store/returned-files.ts';
import { listSubjects } from './store/subjects.ts';
import { hashOf } from './rules/paragraphs.ts';
import { textsOf } from './store/texts.ts';

let world: TestWorld;
let cityId: string;
const writer = person('staff-fund');
const reader = person('director');
let focalPoint: Actor;

function person(role: 'staff-fund' | 'director'): Actor {
  return someone(role);
}

beforeAll(async () => {
  world = await testWorld();
  cityId = (await aCity(world.databases.owner.database)).id;
  focalPoint = someone('city-focal-point', { cityId });
  for (const { personId, name } of [writer, reader, focalPoint])
    await world.databases.owner.database
      .insertInto('people.person')
      .values({ id: personId ?? '', name })
      .execute();
});
afterAll(() => world.close());

const subject = () => ({ kind: 'application', id: world.newId() });
const see = (of: ReturnType<typeof subject>, as: Actor = writer) =>
  reading(world, as, async (tx) => (await textsOf(tx, of))[0]);
const statesOf = async (of: ReturnType<typeof subject>) => (await see(of))?.paragraphs.map(stateOf);
const renderingsOf = async (of: ReturnType<typeof subject>) =>
  (await see(of))?.paragraphs.flatMap(({ rendering }) => (rendering ? [rendering.id] : [])) ?? [];
async function keyOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.reason.key : error instanceof Error ? error.message : 'done';
}

/** Three paragraphs, translated by one and reviewed by another. */
async function reviewedText(of: ReturnType<typeof subject>) {
  const text = await aKeptText(asWorker(world), of, 'Un.\nDeux.\nTrois.', { cityId });
  await translate(world, writer, text, 'One.', 'Two.', 'Three.');
  await reviewRenderings(world, reader, { textId: text.id, renderingIds: await renderingsOf(of) });
  return text;
}

describe('a translation', () => {
  it('goes stale just where its source was changed', async () => {
    const of = subject();
    await reviewedText(of);
    expect(await statesOf(of)).toEqual(['reviewed', 'reviewed', 'reviewed']);
    await aKeptText(asWorker(world), of, 'Un.\nDeux et demi.\nTrois.', { cityId });
    expect(await statesOf(of)).toEqual(['reviewed', 'stale', 'reviewed']);
    expect((await see(of))?.paragraphs[1]?.before).toEqual({ source: 'Deux.', text: 'Two.' });
    // Changed once more before anybody translated it: the last translation is still offered.
    await aKeptText(asWorker(world), of, 'Trois.\nUn.\nDeux et trois quarts.', { cityId });
    expect(await statesOf(of)).toEqual(['reviewed', 'reviewed', 'stale']);
    expect((await see(of))?.paragraphs[2]?.before?.text).toBe('Two.');
  });

  it('is reviewed by somebody who did not write it, also where the program is wrong', async () => {
    const of = subject();
    const text = await aKeptText(asWorker(world), of, 'Un.', { cityId });
    await translate(world, writer, text, 'One.');
    const renderingIds = await renderingsOf(of);
    expect(await keyOf(reviewRenderings(world, writer, { textId: text.id, renderingIds }))).toBe(
      'translation:own-rendering',
    );
    const forced = atomically(world, writer, (tx) =>
      tx
        .insertInto('translation.review')
        .values({ rendering_id: renderingIds[0] ?? '', by_person: writer.personId ?? '' })
        .execute(),
    );
    await expect(forced).rejects.toMatchObject({ constraint: 'reviewed_by_a_second_person' });
  });

  it('is not overwritten by somebody who has not seen it: both texts are shown', async () => {
    const of = subject();
    const text = await aKeptText(asWorker(world), of, 'Un.', { cityId });
    await translate(world, writer, text, 'One.');
    const stale = await translate(world, reader, text, 'A.').catch((error: unknown) => error);
    expect(stale).toBeInstanceOf(Stale);
    expect(Object.values((stale as Stale).current)).toEqual(['One.']);
  });

  it('is disputed when the city objects, until it is written anew', async () => {
    const of = subject();
    const text = await reviewedText(of);
    const [renderingId = ''] = await renderingsOf(of);
    await objectToRendering(world, focalPoint, { textId: text.id, renderingId, why: 'Pas cela.' });
    expect((await statesOf(of))?.[0]).toBe('disputed');
    const now = await see(of);
    if (now) await translate(world, writer, now, 'The first.');
    expect((await statesOf(of))?.[0]).toBe('draft');
    const stranger = someone('city-focal-point', { cityId: world.newId() });
    expect(await keyOf(objectToRendering(world, stranger, { textId: text.id, renderingId, why: 'x' }))).toBe(
      'platform:not-found',
    );
  });

  it('is remembered for the same paragraph elsewhere once reviewed', async () => {
    await reviewedText(subject());
    const found = await reading(world, writer, (tx) => reviewedElsewhere(tx, [hashOf('Deux.')], 'fr', 'en'));
    expect([...found.values()]).toEqual(['Two.']);
  });

  it('is seen by translators, the city and those let in, and by nobody else', async () => {
    const of = subject();
    await reviewedText(of);
    const others = [
      someone('city-focal-point', { cityId: world.newId() }),
      someone('reviewer'),
      someone('partner'),
      someone('staff-communications'),
    ];
    for (const other of others) expect(await see(of, other)).toBeUndefined();
    expect(await see(of, focalPoint)).toBeDefined();
    const letIn = someone('reviewer');
    await atomically(asWorker(world), writer, async (tx) => {
      const id = letIn.personId ?? '';
      await tx.insertInto('people.person').values({ id, name: 'Trial reviewer' }).execute();
      await tx
        .insertInto('translation.reader')
        .values({ subject_kind: of.kind, subject_id: of.id, person_id: id })
        .execute();
    });
    expect(await see(of, letIn)).toBeDefined();
  });
});

describe('a translator’s file', () => {
  const send = (of: ReturnType<typeof subject>, text: string) =>
    keepReturnedFile(world, writer, { subject: of, name: 'back.xlf', bytes: Buffer.from(text) });

  it('comes back with what was translated, and what no longer fits is told', async () => {
    const of = subject();
    const text = await aKeptText(asWorker(world), of, 'Un & <deux>.\nTrois.\nQuatre.', { cityId });
    const xliff = await xliffOf([text], true);
    const back = xliff
      .replace('</source>', '</source><target>One &amp; &lt;two&gt;.</target>')
      .replace('Trois.</source>', 'Trois.</source><target>Three.</target>')
      .replace('Quatre.</source>', 'Quatre, cinq.</source><target>Four, five.</target>');
    const fileId = await send(of, back);
    const file = await reading(world, writer, (tx) => findReturnedFile(tx, fileId));
    expect(file?.renderings.map((one) => one.text)).toEqual(['One & <two>.', 'Three.']);
    expect(file?.leftOut.map(({ why }) => why)).toEqual(['source-changed']);
    const chosen = file?.renderings.slice(0, 1).map(({ paragraphId }) => paragraphId) ?? [];
    expect(await takeReturnedFile(world, writer, { fileId, paragraphIds: chosen })).toBe(1);
    expect(await statesOf(of)).toEqual(['draft', 'missing', 'missing']);
    expect(await keyOf(takeReturnedFile(world, writer, { fileId, paragraphIds: chosen }))).toBe(
      'translation:taken-already',
    );
  });

  it.each([
    ['a page', '<html></html>', 'translation:no-units'],
    ['no markup at all', 'Bonjour', 'translation:not-xliff'],
    [
      'entities of its own',
      '<!DOCTYPE x [<!ENTITY a "aa">]><xliff version="2.0">&a;</xliff>',
      'translation:not-xliff',
    ],
    ['too much', `<xliff>${' '.repeat(9_000_000)}</xliff>`, 'translation:file-too-large'],
  ])('is refused when it is %s', async (_, text, why) => {
    const of = subject();
    await aKeptText(asWorker(world), of, 'Un.', { cityId });
    expect(await keyOf(send(of, text))).toMatch(
      new RegExp(`${why}|translation:not-xliff|translation:no-units`),
    );
  });

  it('is refused when it is for other languages', async () => {
    const of = subject();
    const text = await aKeptText(asWorker(world), of, 'Un.', { cityId });
    const back = (await xliffOf([text], false)).replace('trgLang="en"', 'trgLang="de"');
    expect(await keyOf(send(of, back))).toBe('translation:other-languages');
  });
});

describe('the machine', () => {
  it('drafts what has no translation, is marked, and leaves what a person wrote', async () => {
    const server = http.createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const { q } = JSON.parse(Buffer.concat(pieces).toString()) as { q: string[] };
        response.end(JSON.stringify({ translatedText: q.map((text) => `machine: ${text}`) }));
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const of = subject();
    const text = await aKeptText(asWorker(world), of, 'Un.\nDeux.', { cityId });
    await translate(world, writer, text, 'One.');
    const worker = asWorker(world);
    await draftByMachine({ ...worker, config: { ...worker.config, translation: { url, key: null } } }, of);
    server.close();
    const drafts = (await see(of))?.paragraphs.map(({ rendering }) => [rendering?.origin, rendering?.text]);
    expect(drafts).toEqual([
      ['person', 'One.'],
      ['machine', 'machine: Deux.'],
    ]);
    expect(await statesOf(of)).toEqual(['draft', 'draft']);
  });

  it('is off unless the operator names a service: nothing leaves', async () => {
    const of = subject();
    await aKeptText(asWorker(world), of, 'Un.', { cityId });
    await draftByMachine(asWorker(world), of);
    expect(await statesOf(of)).toEqual(['missing']);
  });
});

it('lists what is open first, with how far each has come', async () => {
  const of = subject();
  await aKeptText(asWorker(world), of, 'Un.\nDeux.', { cityId });
  const listed = await reading(world, writer, (tx) => listSubjects(tx, { openOnly: true }, { limit: 100 }));
  expect(listed.find(({ id }) => id === of.id)).toMatchObject({ missing: 2, reviewed: 0, openCharacters: 8 });
  expect(listed.every(({ missing, stale, draft, disputed }) => missing + stale + draft + disputed > 0)).toBe(
    true,
  );
});
