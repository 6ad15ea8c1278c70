import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../../tests/support/pages.tsx';
import { someone, type TestWorld, testWorld } from '../../../../../tests/support/world.ts';
import { aCity } from '../../builders.ts';
import { routes } from './routes.tsx';

const diplomat = someone('staff-diplomacy');
let world: TestWorld;
let path: string;

beforeAll(async () => {
  world = await testWorld();
  world.setNow(new Date('2026-11-21T12:00:00Z'));
  path = `/workspace/cities/${(await aCity(world.databases.worker.database, { name: 'Arua', country: 'UG' })).id}`;
});
afterAll(() => world.close());

const visit = { kind: 'visit', object: 'Study visit', from: '2024-05' };
const everybody = {
  visibility: 'public',
  sourceAddress: 'https://example.org/visit',
  sourceTitle: 'A visit',
  sourcePublisher: 'Example',
};
const send = (form: Record<string, string>) =>
  visitPage(world, routes, { actor: diplomat, path: `${path}/engagements`, form });

describe('staff in the registry of cities', () => {
  it('find a city in any spelling', async () => {
    const page = await visitPage(world, routes, { actor: diplomat, path: '/workspace/cities?search=ARUÁ' });
    expect(page.document.querySelector('tbody th a')?.getAttribute('href')).toBe(path);
  });

  it('note what it did, and see it with its audit trail', async () => {
    const sent = await send({ ...visit, ...everybody });
    expect([sent.status, sent.location]).toEqual([303, path]);
    const page = await visitPage(world, routes, { actor: diplomat, path });
    const row = page.document.querySelector('tbody tr');
    expect(row?.textContent).toContain('Arua took part in a visit in May 2024: Study visit.');
    expect(row?.querySelector('a[href^="/workspace/acts?kind=engagement&id="]')).not.toBeNull();
  });

  it('note for themselves what has no public source, with what it rests on', async () => {
    await send({ ...visit, object: 'A call', visibility: 'staff', evidence: 'Minutes of 3 May' });
    const page = await visitPage(world, routes, { actor: someone('finance'), path });
    expect(page.text).toContain('Minutes of 3 May');
    expect(page.document.querySelector('a[href$="/engagements/new"]')).toBeNull();
  });

  it.each([
    ['nothing', {}, ['Choose one', 'Fill this in', 'Choose one']],
    [
      'a public visit without a source',
      { ...visit, visibility: 'public' },
      ['public source', 'Fill this in', 'Fill this in'],
    ],
    ['a visit of the staff’s own without evidence', { ...visit, visibility: 'staff' }, ['what it rests on']],
    ['a day that does not exist', { ...visit, ...everybody, from: '2024-02-30' }, ['a day that exists']],
    ['a day to come', { ...visit, ...everybody, from: '2027' }, ['cannot lie ahead']],
    ['an end before the beginning', { ...visit, ...everybody, to: '2023' }, ['cannot end before']],
    ['an address that is none', { ...visit, ...everybody, sourceAddress: 'a letter' }, ['https://']],
  ])('are told all that is wrong with %s, their answers kept', async (_case, form, sentences) => {
    const page = await send(form);
    expect(page.status).toBe(422);
    const problems = problemsOn(page);
    expect(problems).toHaveLength(sentences.length);
    for (const [index, sentence] of sentences.entries()) expect(problems[index]).toContain(sentence);
    if ('object' in form)
      expect(page.document.querySelector('[name=object]')?.getAttribute('value')).toBe('Study visit');
  });

  it('take an engagement back with a reason', async () => {
    await send({ ...visit, ...everybody, object: 'Wrong city' });
    const before = await visitPage(world, routes, { actor: diplomat, path });
    const row = [...before.document.querySelectorAll('tbody tr')].find((one) =>
      one.textContent?.includes('Wrong city'),
    );
    const link = row?.querySelector('a[href$="/withdrawal"]')?.getAttribute('href') ?? '';
    const empty = await visitPage(world, routes, { actor: diplomat, path: link, form: { reason: '' } });
    expect(problemsOn(empty)).toHaveLength(1);
    const sent = await visitPage(world, routes, {
      actor: diplomat,
      path: link,
      form: { reason: 'It was Gulu' },
    });
    expect(sent.location).toBe(path);
    const after = await visitPage(world, routes, { actor: diplomat, path });
    expect(after.text).toContain('Withdrawn: It was Gulu');
    const again = await visitPage(world, routes, { actor: diplomat, path: link, form: { reason: 'Again' } });
    expect(problemsOn(again)).toEqual(['This engagement was withdrawn already.']);
  });
});
