import { cityIdFromGeonames } from '../../src/kernel/id.ts';
import type { RunningPlatform } from '../support/running-platform.ts';
import { addSeat, proposeClaim, type Receipt, verifyClaim } from './kill-acts.ts';
import { Browser } from './kill-browser.ts';
import type { Dice } from './log-tamper-dice.ts';

/** Who works; two share a name, as with two windows open. Names as the platform prints them. */
const people = [
  'Trial staff, city support',
  'Trial staff, diplomacy',
  'Trial staff, fund',
  'Trial staff, communications',
  'Trial finance officer',
  'Trial director',
  'Trial staff, diplomacy',
  'Trial director',
];
const keepersOfSeats = ['Trial staff, diplomacy', 'Trial director'];
const freetown = cityIdFromGeonames(2_409_306);

/** People who propose, verify and record without pause until they are told to stop. */
export interface Crowd {
  readonly receipts: Receipt[];
  /** What went wrong for somebody, as they would tell it. */
  readonly complaints: string[];
  readonly size: number;
  /** When the last acknowledged request that began after this moment was answered, if any was. */
  answeredSince(moment: number): number | undefined;
  work(): void;
  /** Everybody finishes what they are at. */
  rest(): Promise<void>;
}

export async function gather(platform: RunningPlatform, dice: Dice): Promise<Crowd> {
  let lastBegan = 0;
  let answeredAt = 0;
  const heard = (began: number) => {
    if (began > lastBegan) [lastBegan, answeredAt] = [began, Date.now()];
  };
  const browsers = new Map<string, Browser>();
  for (const name of new Set(people)) {
    const browser = new Browser(platform.address, heard);
    await browser.signIn(platform.links[name] ?? '');
    browsers.set(name, browser);
  }
  const receipts: Receipt[] = [];
  const complaints: string[] = [];
  const waiting: Receipt[] = [];
  const state = { working: false };
  let count = 0;
  let busy: Promise<void>[] = [];

  async function act(name: string, browser: Browser): Promise<void> {
    const drawn = dice.below(10);
    const other = waiting.findIndex(({ by }) => by !== browser);
    count += 1;
    if (drawn < 5 && other >= 0) {
      const [claim] = waiting.splice(other, 1);
      if (claim) receipts.push(await verifyClaim(browser, claim));
    } else if (drawn < 7 && keepersOfSeats.includes(name)) {
      receipts.push(await addSeat(browser, `Drill person ${count}`));
    } else {
      const claim = await proposeClaim(browser, `Drill claim ${count}`, 1000 + count, freetown);
      receipts.push(claim);
      waiting.push(claim);
    }
  }

  async function keepActing(name: string): Promise<void> {
    const browser = browsers.get(name);
    if (!browser) throw new Error(`${name} did not sign in`);
    while (state.working) {
      try {
        await act(name, browser);
      } catch (error) {
        complaints.push((error as Error).message);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  return {
    receipts,
    complaints,
    size: people.length,
    answeredSince: (moment) => (lastBegan > moment ? answeredAt : undefined),
    work: () => {
      state.working = true;
      busy = people.map(keepActing);
    },
    rest: async () => {
      state.working = false;
      await Promise.all(busy);
    },
  };
}
