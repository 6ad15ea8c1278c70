import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { anActivityKnown, cityFacts } from '../builders.ts';
import type { Activity } from './activity.ts';
import { judge, ranked } from './fit.ts';
import type { CountryFacts } from './place.ts';

const today = calendarDate('2026-11-22');
const land: CountryFacts = { country: 'SL', regions: ['002', '202'], income: 'LIC', languages: ['en'] };
const topics = ['housing', 'health', 'education', 'employment', 'climate-migration'];
const activity = (over: Partial<Activity> = {}) => anActivityKnown(over, today);
const named = (why: string, judged: ReturnType<typeof judge>) =>
  judged.reasons.find((one) => one.why === why);

describe('how an activity fits a city', () => {
  it('names each need it answers, and the language', () => {
    const judged = judge(
      activity({ topics: ['housing', 'health'], languages: ['en', 'fr'] }),
      cityFacts({ needs: ['housing', 'education'] }),
      land,
    );
    expect(named('need', judged)).toMatchObject({ topics: ['housing'], points: 40 });
    expect(named('language', judged)).toMatchObject({ languages: ['en'] });
  });

  it('says all obstacles at once', () => {
    const { obstacles } = judge(
      activity({ incomes: ['LMC'], countries: ['KE'], onlySecondary: true, bands: ['1m-5m'] }),
      cityFacts({ secondary: false }),
      land,
    );
    expect(obstacles.map(({ why }) => why)).toEqual(['income', 'country', 'band', 'secondary']);
  });

  it('takes a country that the list does not name for none of its groups', () => {
    const { obstacles } = judge(activity({ incomes: ['LIC'] }), cityFacts(), { ...land, income: null });
    expect(obstacles).toEqual([{ why: 'income', wanted: ['LIC'], is: null }]);
  });

  it.each([
    ['Asia/Dhaka', 90, '2026-12-01T08:00:00Z', 14, true],
    [null, 90, '2026-12-01T08:00:00Z', 14, false],
    [null, -75, '2026-12-01T14:00:00Z', 9, false],
  ] as const)('reads the hour in %s at longitude %i', (timeZone, longitude, at, hour, exact) => {
    const judged = judge(activity({ meetsAt: new Date(at) }), cityFacts({ timeZone, longitude }), land);
    expect(named('hours', judged)).toMatchObject({ hour, exact });
  });

  it('doubts a meeting in the night, and one in a language the city does not speak', () => {
    const judged = judge(
      activity({ meetsAt: new Date('2026-12-01T20:00:00Z'), languages: ['es'] }),
      cityFacts({ timeZone: 'Asia/Dhaka' }),
      land,
    );
    expect(judged.doubts.map(({ doubt }) => doubt)).toEqual(['language', 'hours']);
  });
});

const someNeeds = fc.uniqueArray(fc.constantFrom(...topics));
const someActivities = fc.array(
  fc.record({
    topics: someNeeds,
    languages: fc.uniqueArray(fc.constantFrom('en', 'fr', 'es')),
    kind: fc.constantFrom('training', 'peer-round', 'statement'),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('the order of what is open', () => {
  it('is the same whatever order the records come in', () => {
    fc.assert(
      fc.property(someActivities, someNeeds, (said, needs) => {
        const all = said.map((one) => judge(activity(one), cityFacts({ needs }), land));
        const ids = (list: typeof all) => ranked(list, today).map((one) => one.activity.id);
        expect(ids(all.toReversed())).toEqual(ids(all));
      }),
    );
  });

  it('never lowers a matching activity when a need is added', () => {
    fc.assert(
      fc.property(someActivities, someNeeds, fc.constantFrom(...topics), (said, needs, added) => {
        const activities = said.map((one) => activity(one));
        const order = (list: readonly string[]) =>
          ranked(
            activities.map((one) => judge(one, cityFacts({ needs: list }), land)),
            today,
          );
        const [before, after] = [order(needs), order([...new Set([...needs, added])])];
        for (const one of activities.filter((each) => each.topics.includes(added))) {
          const at = (list: typeof before) => list.findIndex((judged) => judged.activity.id === one.id);
          expect(after[at(after)]?.points).toBeGreaterThanOrEqual(before[at(before)]?.points ?? 0);
          const stays = (list: typeof before) =>
            list
              .slice(0, at(list))
              .filter(
                (judged) => judged.activity.topics.length > 0 && !judged.activity.topics.includes(added),
              );
          // Nothing that does not answer the new need overtakes it.
          expect(
            stays(after).every((judged) =>
              stays(before).some((was) => was.activity.id === judged.activity.id),
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it('leaves out what is over or not open to the city', () => {
    const over = judge(activity({ closesOn: calendarDate('2026-11-21') }), cityFacts(), land);
    const shut = judge(activity({ countries: ['KE'] }), cityFacts(), land);
    expect(ranked([over, shut], today)).toEqual([]);
  });
});
