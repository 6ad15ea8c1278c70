import { array, assert, integer, property, record, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import type { DonorPot, Grant } from './problem.ts';
import { splitByDonor } from './split-by-donor.ts';

function splitOf(donors: readonly DonorPot[], grants: readonly Grant[]) {
  const split = splitByDonor(donors, grants);
  return 'allocations' in split ? split.allocations : undefined;
}

const grant = (id: string, amountMinor: number) => ({ id, amountMinor, steps: 1 });
const pot = (id: string, atMostMinor: number, ...mayFund: string[]) => ({ id, atMostMinor, mayFund });

it('lets restricted money go first, even where that moves what was given before', () => {
  const split = splitOf(
    [pot('free', 100, 'a', 'b'), pot('bound', 100, 'a')],
    [grant('a', 100), grant('b', 100)],
  );
  expect(split).toEqual([
    { grantId: 'a', donorId: 'bound', amountMinor: 100 },
    { grantId: 'b', donorId: 'free', amountMinor: 100 },
  ]);
});

it('shares one grant among donors to the last unit', () => {
  const split = splitOf([pot('x', 33, 'a'), pot('y', 68, 'a')], [grant('a', 101)]);
  expect(split?.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(101);
});

it('says no when restrictions keep the money from what is to be funded', () => {
  expect(splitByDonor([pot('x', 500, 'b')], [grant('a', 1)])).toEqual({ short: [] });
  expect(splitByDonor([pot('x', 5, 'a'), pot('y', 9)], [grant('a', 6)])).toEqual({ short: ['x'] });
});

it('never gives a pot more than it has, nor money where it may not go, nor fails where money would do', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const pots = array(
    record({ atMostMinor: integer({ min: 0, max: 9 }), of: uniqueArray(integer({ min: 0, max: 3 })) }),
    { maxLength: 4 },
  );
  const amounts = array(integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 });
  assert(
    property(pots, amounts, (some, wanted) => {
      const donors = some.map(({ atMostMinor, of }, index) => ({
        id: `p${index}`,
        atMostMinor,
        mayFund: of.map((one) => ids[one] ?? ''),
      }));
      const grants = ids.map((id, index) => grant(id, wanted[index] ?? 0));
      const split = splitOf(donors, grants);
      // Hall's condition over all sets of grants says whether it can be done.
      const can = Array.from({ length: 16 }, (_, mask) => {
        const chosen = grants.filter((__, index) => mask & (1 << index));
        const need = chosen.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        const reach = donors.filter(({ mayFund }) => chosen.some(({ id }) => mayFund.includes(id)));
        return need <= reach.reduce((sum, { atMostMinor }) => sum + atMostMinor, 0);
      }).every(Boolean);
      expect(split !== undefined).toBe(can);
      for (const { id, atMostMinor, mayFund } of donors) {
        const given = split?.filter(({ donorId }) => donorId === id) ?? [];
        expect(given.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeLessThanOrEqual(atMostMinor);
        expect(given.every(({ grantId, amountMinor }) => mayFund.includes(grantId) && amountMinor > 0)).toBe(
          true,
        );
      }
      for (const { id, amountMinor } of split ? grants : []) {
        const got = split?.filter(({ grantId }) => grantId === id) ?? [];
        expect(got.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(amountMinor);
      }
    }),
    { numRuns: 500 },
  );
});
