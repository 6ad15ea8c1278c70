import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignDrafts } from './align-drafts.ts';
import { wordDifference } from './word-difference.ts';

const zero = [
  {
    id: '1',
    text: 'We commit to collect migration data disaggregated by sex and age and to protect personal information.',
  },
  {
    id: '2',
    text: 'We decide to establish a fund for cities that host displaced people, with windows for small towns.',
  },
  {
    id: '3',
    text: 'We encourage States to issue humanitarian visas. We invite universities to offer scholarships to refugees in need.',
  },
  { id: '4', text: 'We call upon States to end the detention of children in the context of migration.' },
  { id: '5', text: 'We condemn hate speech against migrants.' },
  { id: '6', text: 'We will train border officials to protect children.' },
  { id: '7', text: 'We propose a museum of lighthouses in the northern archipelago.' },
];
const text = (id: string): string => zero.find((one) => one.id === id)?.text ?? '';

describe('clauses between two drafts', () => {
  const final = [
    { id: 'a', text: text('1') },
    { id: 'b', text: text('4') },
    {
      id: 'c',
      text: 'We decide to establish a dedicated fund for cities hosting displaced people, as appropriate, with windows for small towns.',
    },
    { id: 'd', text: 'We encourage States to issue humanitarian visas.' },
    { id: 'e', text: 'We invite universities to offer scholarships to refugees in need.' },
    {
      id: 'f',
      text: 'We condemn hate speech against migrants and we will train border officials to protect children.',
    },
    { id: 'g', text: 'Remittances shall cost less than three per cent.' },
  ];
  const fateOf = (id: string): string | undefined =>
    alignDrafts(zero, final).find((passage) => passage.from.includes(id) || passage.to.includes(id))?.kind;

  it.each([
    ['1', 'kept'],
    ['4', 'moved'],
    ['2', 'reworded'],
    ['3', 'split'],
    ['5', 'merged'],
    ['7', 'dropped'],
    ['g', 'new'],
  ])('clause %s was %s', (id, fate) => {
    expect(fateOf(id)).toBe(fate);
  });

  it('names both halves of a split and both sources of a merger', () => {
    const passages = alignDrafts(zero, final);
    expect(passages.find((passage) => passage.kind === 'split')).toMatchObject({
      from: ['3'],
      to: ['d', 'e'],
    });
    expect(passages.find((passage) => passage.kind === 'merged')).toMatchObject({
      from: ['5', '6'],
      to: ['f'],
    });
  });

  it('all stand in exactly one passage, whatever the drafts', () => {
    const draft = fc.array(fc.constantFrom(...zero.map((one) => one.text), 'a b c', ''), { maxLength: 12 });
    fc.assert(
      fc.property(draft, draft, (before, after) => {
        const from = before.map((one, at) => ({ id: `f${at}`, text: one }));
        const to = after.map((one, at) => ({ id: `t${at}`, text: one }));
        const passages = alignDrafts(from, to);
        expect(passages.flatMap((passage) => passage.from).toSorted()).toEqual(
          from.map((one) => one.id).toSorted(),
        );
        expect(passages.flatMap((passage) => passage.to).toSorted()).toEqual(
          to.map((one) => one.id).toSorted(),
        );
      }),
    );
  });
});

describe('the difference of two versions', () => {
  it('tells what was taken out and put in, word by word', () => {
    expect(
      wordDifference('We urge States to end detention', 'We invite States to end all detention'),
    ).toEqual([
      { kind: 'same', text: 'We' },
      { kind: 'taken-out', text: 'urge' },
      { kind: 'put-in', text: 'invite' },
      { kind: 'same', text: 'States to end' },
      { kind: 'put-in', text: 'all' },
      { kind: 'same', text: 'detention' },
    ]);
  });
});
