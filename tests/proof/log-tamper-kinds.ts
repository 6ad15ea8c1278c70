import { buildLog, type LogRows, testSigner } from '../../src/platform/public-log/builders.ts';
import { type Dice, flipBit } from './log-tamper-dice.ts';
import { checkpointAt, honestLog, honestMeeting, type Meeting, sizes, stranger } from './log-tamper-rows.ts';

/** Makes a meeting with a tampered log; undefined when the dice chose a log too small for it. */
type Tampering = (dice: Dice) => Promise<Meeting | undefined>;

/** Other entries in place of these; what it touches lies below `limit`. */
type Rewriting = (bodies: Buffer[], dice: Dice, limit: number) => Buffer[] | undefined;

const bodiesOf = (meeting: Meeting) => meeting.rows.leaves.map((leaf) => leaf.body);

async function meet(dice: Dice): Promise<{ honest: Meeting; size: number; kept: number }> {
  const size = dice.pick(sizes);
  const kept = 1 + dice.below(size);
  return { honest: await honestMeeting(size, kept), size, kept };
}

/** One leaf is changed in place; `touch` says what with it. */
function leafChanged(touch: (rows: LogRows, index: number, dice: Dice) => void): Tampering {
  return async (dice) => {
    const { honest, size } = await meet(dice);
    touch(honest.rows, dice.below(size), dice);
    return honest;
  };
}

/** Somebody with all rights rewrites the entries and recomputes every hash; only the served checkpoint is left to tell. */
function rebuilt(rewrite: Rewriting): Tampering {
  return async (dice) => {
    const { honest, size } = await meet(dice);
    const bodies = rewrite(bodiesOf(honest), dice, size);
    return bodies && { ...honest, rows: buildLog(bodies), remembered: [] };
  };
}

/** And has the signing key too: only what others remember shows it, so it touches what they had seen. */
function rebuiltAndSigned(rewrite: Rewriting): Tampering {
  return async (dice) => {
    const { honest, kept } = await meet(dice);
    const bodies = rewrite(bodiesOf(honest), dice, kept);
    if (!bodies) return undefined;
    const rows = buildLog(bodies);
    // What is remembered here is only the older checkpoint: the newest was never handed out.
    return {
      rows,
      checkpoint: await checkpointAt(rows, rows.size),
      remembered: honest.remembered.slice(0, 1),
    };
  };
}

const edited = (bodies: Buffer[], dice: Dice, limit: number) => {
  const at = dice.below(limit);
  return bodies.map((body, i) => (i === at ? flipBit(body, dice) : body));
};
const deleted = (bodies: Buffer[], dice: Dice, limit: number) => {
  const at = dice.below(limit);
  return bodies.length > 1 ? bodies.filter((_, i) => i !== at) : undefined;
};
const inserted = (bodies: Buffer[], dice: Dice, limit: number) =>
  bodies.toSpliced(dice.below(limit), 0, Buffer.from(`forged ${dice.below(1e9)}`));
const reordered = (bodies: Buffer[], dice: Dice, limit: number) => {
  const [one, other] = [dice.below(limit), dice.below(bodies.length)];
  const [first, second] = [bodies[one], bodies[other]];
  return one === other || !first || !second ? undefined : bodies.with(one, second).with(other, first);
};
const truncated = (bodies: Buffer[], dice: Dice, limit: number) => bodies.slice(0, dice.below(limit));

function checkpointChanged(change: (checkpoint: string, dice: Dice) => string): Tampering {
  return async (dice) => {
    const { honest } = await meet(dice);
    return { ...honest, checkpoint: change(honest.checkpoint, dice) };
  };
}

const tamperings = {
  'a leaf edited': leafChanged((rows, index, dice) => {
    const leaf = rows.leaves[index];
    if (leaf) rows.leaves[index] = { ...leaf, body: flipBit(leaf.body, dice) };
  }),
  'a leaf hash changed': leafChanged((rows, index, dice) => {
    const leaf = rows.leaves[index];
    if (leaf) rows.leaves[index] = { ...leaf, leafHash: flipBit(leaf.leafHash, dice) };
  }),
  'a leaf lost': leafChanged((rows, index) => {
    rows.leaves.splice(index, 1);
  }),
  'a subtree hash changed': async (dice) => {
    const { honest } = await meet(dice);
    // The hashes of level 8 are those that tiles publish.
    const subtree = honest.rows.subtrees.get('8/0');
    if (!subtree) return undefined;
    honest.rows.subtrees.set('8/0', { ...subtree, hash: flipBit(subtree.hash, dice) });
    return honest;
  },
  'entries edited, all recomputed': rebuilt(edited),
  'entries deleted, all recomputed': rebuilt(deleted),
  'entries inserted, all recomputed': rebuilt(inserted),
  'entries reordered, all recomputed': rebuilt(reordered),
  'entries truncated, all recomputed': rebuilt(truncated),
  'entries edited, recomputed and signed': rebuiltAndSigned(edited),
  'entries deleted, recomputed and signed': rebuiltAndSigned(deleted),
  'entries inserted, recomputed and signed': rebuiltAndSigned(inserted),
  'entries reordered, recomputed and signed': rebuiltAndSigned(reordered),
  'entries truncated, recomputed and signed': rebuiltAndSigned(truncated),
  'an old state served with its old checkpoint': async (dice) => {
    const { honest, size } = await meet(dice);
    const rows = honestLog(dice.below(size));
    return { rows, checkpoint: await checkpointAt(rows, rows.size), remembered: honest.remembered };
  },
  'a split view': async (dice) => {
    const { honest, size } = await meet(dice);
    const bodies = edited(bodiesOf(honest), dice, size);
    return { ...honest, remembered: [await checkpointAt(buildLog(bodies), size)] };
  },
  'a checkpoint signed by another key': async (dice) => {
    const { honest, size } = await meet(dice);
    return { ...honest, checkpoint: await checkpointAt(honest.rows, size, stranger) };
  },
  'a changed signature': checkpointChanged((checkpoint, dice) => {
    const start = checkpoint.lastIndexOf(' ') + 1;
    const signature = Buffer.from(checkpoint.slice(start), 'base64');
    return `${checkpoint.slice(0, start)}${flipBit(signature, dice).toString('base64')}\n`;
  }),
  'a changed checkpoint': checkpointChanged((checkpoint, dice) =>
    flipBit(Buffer.from(checkpoint), dice).toString(),
  ),
  'a checkpoint without signature': checkpointChanged((checkpoint) =>
    checkpoint.slice(0, checkpoint.indexOf('\n\n') + 2),
  ),
  'a checkpoint of another log': checkpointChanged((checkpoint) =>
    checkpoint.replaceAll(testSigner.name, 'log.example/other'),
  ),
} satisfies Record<string, Tampering>;

export type TamperingName = keyof typeof tamperings;
export const tamperingNames = Object.keys(tamperings) as TamperingName[];

/** Throws the dice until they fit. */
export async function tampered(name: TamperingName, dice: Dice): Promise<Meeting> {
  for (;;) {
    const meeting = await tamperings[name](dice);
    if (meeting) return meeting;
  }
}
