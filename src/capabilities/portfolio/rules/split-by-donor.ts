import type { Allocation, DonorPot, Grant } from './problem.ts';

/**
 * Who pays for what, to the minor unit: a maximum flow from pots to grants (Edmonds and Karp, 1972), so that restricted money
 * is used before it keeps others from being funded.
 * @returns or else the pots that are too small together: more may be funded by them alone than they hold (Hall's condition)
 */
export function splitByDonor(
  donors: readonly DonorPot[],
  grants: readonly Grant[],
): { readonly allocations: readonly Allocation[] } | { readonly short: readonly string[] } {
  const paid = grants.map(() => donors.map(() => 0));
  const left = donors.map(({ atMostMinor }) => atMostMinor);
  const may = donors.map(({ mayFund }) => new Set(mayFund));
  for (const [index, grant] of grants.entries()) {
    let wanted = grant.amountMinor;
    while (wanted > 0) {
      const reached = new Set<number>();
      const moved = pushOnce(index, wanted, { grants, paid, left, may, reached });
      if (moved === 0) return { short: [...reached].map((pot) => donors[pot]?.id ?? '') };
      wanted -= moved;
    }
  }
  const allocations = grants.flatMap(({ id }, index) =>
    donors.flatMap((donor, pot) => {
      const amountMinor = paid[index]?.[pot] ?? 0;
      return amountMinor > 0 ? [{ grantId: id, donorId: donor.id, amountMinor }] : [];
    }),
  );
  return { allocations };
}

interface Flow {
  readonly grants: readonly Grant[];
  /** By grant, then by pot. */
  readonly paid: number[][];
  readonly left: number[];
  readonly may: readonly ReadonlySet<string>[];
  /** Pots on the way so far; when nothing moves, all of them are empty. */
  readonly reached: Set<number>;
}

/** Moves money to one grant along a shortest chain: a pot with money left, or one freed by another pot taking its grant over. */
function pushOnce(grant: number, wanted: number, { grants, paid, left, may, reached }: Flow): number {
  interface Step {
    readonly pot: number;
    readonly forGrant: number;
    readonly before: Step | undefined;
    readonly most: number;
  }
  const queue: Step[] = [];
  const reach = (forGrant: number, most: number, before: Step | undefined) => {
    for (const pot of left.keys()) {
      if (reached.has(pot) || !may[pot]?.has(grants[forGrant]?.id ?? '')) continue;
      reached.add(pot);
      queue.push({ pot, forGrant, before, most });
    }
  };
  reach(grant, wanted, undefined);
  for (const step of queue) {
    const free = left[step.pot] ?? 0;
    if (free > 0) {
      const moved = Math.min(free, step.most);
      left[step.pot] = free - moved;
      for (let at: Step | undefined = step; at; at = at.before) {
        const row = paid[at.forGrant];
        if (row) row[at.pot] = (row[at.pot] ?? 0) + moved;
        // The pot before it stops paying this grant that much, and pays the one before it in the chain.
        if (row && at.before) row[at.before.pot] = (row[at.before.pot] ?? 0) - moved;
      }
      return moved;
    }
    for (const [other, row] of paid.entries()) {
      const gives = row[step.pot] ?? 0;
      if (gives > 0 && other !== step.forGrant) reach(other, Math.min(step.most, gives), step);
    }
  }
  return 0;
}
