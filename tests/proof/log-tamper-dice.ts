/** Random numbers that a printed seed brings back (mulberry32). */
export interface Dice {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
}

export function diceFrom(seed: number): Dice {
  let state = Math.trunc(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('Nothing to pick from');
      return chosen;
    },
  };
}

/** The same bytes but for one flipped bit. */
export function flipBit(bytes: Uint8Array, dice: Dice): Buffer {
  const changed = Buffer.from(bytes);
  const at = dice.below(changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
  return changed;
}
