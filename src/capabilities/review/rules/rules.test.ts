import type { Highs } from 'highs';
import { array, assert, integer, property, record } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadHighs } from '../../../platform/solver/load-highs.ts';
import { assignReviews } from './assign.ts';
import { calibrate, type Given } from './calibration.ts';
import { computedConflicts } from './conflicts.ts';
import { missedCritical, pointsOf, unfinished } from './scoring.ts';

const criteria = [
  { key: 'mandate', kind: 'critical', weight: 0 },
  { key: 'need', kind: 'additional', weight: 3 },
  { key: 'reach', kind: 'additional', weight: 1 },
] as const;
const score = (criterionKey: string, value: number | null, reason = 'Because.') => ({
  criterionKey,
  score: value,
  reason,
});

describe('a review’s points', () => {
  it.each([
    ['all at best', [score('need', 5), score('reach', 5)], 10_000],
    ['by weight', [score('need', 4), score('reach', 0)], 6000],
    ['of what could be judged', [score('need', null), score('reach', 2)], 4000],
    ['none where nothing could be', [score('need', null)], null],
  ])('are %s', (_, scores, points) => {
    expect(pointsOf(criteria, scores)).toBe(points);
  });

  it('leave a missed critical criterion told beside them', () => {
    expect(missedCritical(criteria, [score('mandate', 0), score('need', 5)])).toEqual(['mandate']);
  });

  it('wait for a reason with every score, also where nothing could be judged', () => {
    expect(unfinished(criteria, [score('mandate', 1), score('need', 6), score('reach', null, ' ')])).toEqual([
      'need',
      'reach',
    ]);
    expect(unfinished(criteria, [score('mandate', 2), score('need', 0), score('reach', null)])).toEqual([
      'mandate',
    ]);
  });
});

describe('calibration', () => {
  /** Six reviewers, each of ten applications; the last gives all of his 1,000 less. */
  const round = (severe: number): Given[] =>
    Array.from({ length: 6 }, (_, reviewer) =>
      Array.from({ length: 10 }, (__, step) => {
        const application = (reviewer * 3 + step) % 20;
        const quality = 4000 + application * 200;
        return {
          reviewer: `r${reviewer}`,
          application: `a${application}`,
          points: quality - (reviewer === 5 ? severe : 0),
        };
      }),
    ).flat();

  it('finds the severe reviewer and gives the applications their due', () => {
    const found = calibrate(round(1000));
    if (found.kind !== 'calibrated') throw new Error('there are enough reviews');
    expect(found.severities[0]?.reviewer).toBe('r5');
    expect(found.severities[0]?.offset).toBeLessThan(-600);
    expect(found.spreadAfter).toBeLessThan(found.spreadBefore);
    for (const { bestRank, adjustedRank, worstRank } of found.applications) {
      expect(bestRank).toBeLessThanOrEqual(adjustedRank);
      expect(worstRank).toBeGreaterThanOrEqual(adjustedRank);
    }
  });

  it('moves nothing when all judge alike', () => {
    const found = calibrate(round(0));
    if (found.kind !== 'calibrated') throw new Error('there are enough reviews');
    expect(found.severities.every(({ offset }) => offset === 0)).toBe(true);
    expect(found.applications.every(({ mean, adjusted }) => mean === adjusted)).toBe(true);
  });

  it('is not done below the least number of reviewers and reviews', () => {
    expect(calibrate(round(1000).filter(({ reviewer }) => reviewer !== 'r0' && reviewer !== 'r1')).kind).toBe(
      'too-few',
    );
    expect(calibrate(round(1000).filter((_, index) => index % 2 === 0)).kind).toBe('too-few');
  });

  it('says the same in whatever order reviews are filed', () => {
    const given = round(700);
    expect(calibrate(given.toReversed())).toEqual(calibrate(given));
  });
});

describe('conflicts that the registry finds', () => {
  const application = {
    applicationId: 'a',
    cityId: 'city',
    country: 'SL',
    participantIds: ['writer'],
    organisationIds: ['partner'],
    rivalCityIds: ['city', 'rival'],
  };
  const person = { personId: 'p', cityIds: [], countries: [], organisationIds: [] };
  it.each([
    ['of the city', { cityIds: ['city'] }, ['own-city']],
    ['of the country', { countries: ['SL'] }, ['own-country']],
    ['at the partner', { organisationIds: ['partner'] }, ['employer']],
    ['on the application', { personId: 'writer' }, ['takes-part']],
    ['of a rival city', { cityIds: ['rival'] }, ['peer']],
    ['with nothing to do with it', { cityIds: ['elsewhere'], countries: ['UG'] }, []],
  ])('bar somebody %s', (_, over, grounds) => {
    expect(computedConflicts({ ...person, ...over }, application)).toEqual(grounds);
  });
});

describe('who reviews what', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });
  const able = (personId: string, over: object = {}) => ({
    personId,
    languages: ['en'],
    expertise: [] as string[],
    room: 2,
    ...over,
  });
  const wanted = (applicationId: string, over: object = {}) => ({
    applicationId,
    language: 'en',
    themes: [] as string[],
    wants: 1,
    notFor: [] as string[],
    ...over,
  });

  it('looks over the whole round: the only one who may take the second is kept for it', () => {
    const { proposed, short } = assignReviews(
      highs,
      [able('x', { room: 1, expertise: ['jobs'] }), able('y', { room: 1 })],
      [wanted('a', { themes: ['jobs'] }), wanted('b', { notFor: ['y'] })],
    );
    expect(proposed.map(({ applicationId, personId }) => `${applicationId}${personId}`).toSorted()).toEqual([
      'ay',
      'bx',
    ]);
    expect(short).toEqual([]);
  });

  it('prefers who reads the language and knows the field, and levels the load', () => {
    const { proposed } = assignReviews(
      highs,
      [able('fr', { languages: ['fr'] }), able('en'), able('jobs', { expertise: ['jobs'] })],
      [wanted('a', { language: 'fr' }), wanted('b', { themes: ['jobs'] }), wanted('c')],
    );
    const by = (id: string) => proposed.find(({ applicationId }) => applicationId === id)?.personId;
    expect([by('a'), by('b'), by('c')]).toEqual(['fr', 'jobs', 'en']);
  });

  it('never gives anybody what they may not have, too much, or twice, and leaves no review out that could be had', () => {
    const people = array(record({ room: integer({ min: 0, max: 3 }), french: integer({ min: 0, max: 1 }) }), {
      maxLength: 5,
    });
    const files = array(
      record({ wants: integer({ min: 0, max: 3 }), barred: integer({ min: 0, max: 31 }) }),
      {
        maxLength: 5,
      },
    );
    assert(
      property(people, files, (some, asked) => {
        const persons = some.map(({ room, french }, index) =>
          able(`p${index}`, { room, languages: french ? ['fr', 'en'] : ['en'] }),
        );
        const list = asked.map(({ wants, barred }, index) =>
          wanted(`a${index}`, {
            wants,
            notFor: persons.flatMap((one, bit) => (barred & (1 << bit) ? [one.personId] : [])),
          }),
        );
        const { proposed, short } = assignReviews(highs, persons, list);
        expect(new Set(proposed.map(({ applicationId, personId }) => applicationId + personId)).size).toBe(
          proposed.length,
        );
        for (const one of persons)
          expect(proposed.filter(({ personId }) => personId === one.personId).length).toBeLessThanOrEqual(
            one.room,
          );
        for (const one of list) {
          const mine = proposed.filter(({ applicationId }) => applicationId === one.applicationId);
          expect(mine.length).toBeLessThanOrEqual(one.wants);
          expect(mine.every(({ personId }) => !one.notFor.includes(personId))).toBe(true);
          const missing =
            short.find(({ applicationId }) => applicationId === one.applicationId)?.missing ?? 0;
          expect(missing).toBe(one.wants - mine.length);
          const hasRoom = persons.some(
            ({ personId, room }) =>
              !one.notFor.includes(personId) &&
              mine.every((given) => given.personId !== personId) &&
              proposed.filter((given) => given.personId === personId).length < room,
          );
          if (missing > 0) expect(hasRoom).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});
