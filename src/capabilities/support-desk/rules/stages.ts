/** Where a case can stand. Staff and the public read other words for each: `stage.<name>` and `public-stage.<name>`. */
export const stages = [
  'new',
  'open',
  'waiting-city',
  'waiting-partner',
  'resolved',
  'closed',
  'merged',
  'set-aside',
] as const;
export type Stage = (typeof stages)[number];

/** Who makes a move: the desk, the city by writing, a partner by answering, or time. */
export type Mover = 'desk' | 'city' | 'partner' | 'clock';

interface MoveRule {
  readonly from: readonly Stage[];
  readonly to: Stage;
  readonly by: readonly Mover[];
}

const alive = ['open', 'waiting-city', 'waiting-partner'] as const;

/** Every way a case goes on; what is not here cannot happen. */
export const moves = {
  take: { from: ['new'], to: 'open', by: ['desk'] },
  'ask-city': { from: ['new', 'open', 'waiting-partner'], to: 'waiting-city', by: ['desk'] },
  'ask-partner': { from: ['new', 'open', 'waiting-city'], to: 'waiting-partner', by: ['desk'] },
  'go-on': { from: ['waiting-city', 'waiting-partner'], to: 'open', by: ['desk'] },
  'city-wrote': { from: ['waiting-city', 'waiting-partner', 'resolved', 'closed'], to: 'open', by: ['city'] },
  'partner-answered': { from: ['waiting-partner'], to: 'open', by: ['partner'] },
  resolve: { from: ['new', ...alive], to: 'resolved', by: ['desk'] },
  reopen: { from: ['resolved', 'closed'], to: 'open', by: ['desk'] },
  close: { from: ['resolved'], to: 'closed', by: ['desk', 'clock'] },
  merge: { from: ['new', ...alive], to: 'merged', by: ['desk'] },
  'set-aside': { from: ['new', 'open'], to: 'set-aside', by: ['desk'] },
  restore: { from: ['set-aside'], to: 'open', by: ['desk'] },
} as const satisfies Record<string, MoveRule>;
export type Move = keyof typeof moves;

export const moveNames = Object.keys(moves) as Move[];

export function canMove(stage: Stage, move: Move, mover: Mover): boolean {
  const rule: MoveRule = moves[move];
  return rule.from.includes(stage) && rule.by.includes(mover);
}

/** What the desk may do with a button alone; the others come with a form of their own. */
export const plainMoves = [
  'take',
  'go-on',
  'reopen',
  'close',
  'set-aside',
  'restore',
] as const satisfies readonly Move[];
export type PlainMove = (typeof plainMoves)[number];

/** Somebody of the desk should do something. */
export function needsDesk(stage: Stage): boolean {
  return stage === 'new' || stage === 'open';
}

/** Not over: counts as somebody's load. */
export function isAlive(stage: Stage): boolean {
  return needsDesk(stage) || stage === 'waiting-city' || stage === 'waiting-partner';
}
export const aliveStages: readonly Stage[] = stages.filter(isAlive);
