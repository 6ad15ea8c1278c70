import type { Role } from '../../../kernel/actor.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { because, type Reason } from '../../../kernel/refusal.ts';
import { moveLabels, stateLabels } from './process-labels.ts';
import type { WindowLabel } from './window.ts';

/** Where an application can be, within each stage of its window. The rows are kept by `applications`; what may happen is said here. */
export const applicationStates = [
  'draft',
  'submitted',
  'screening',
  'eligible',
  'ineligible',
  'in-review',
  'invited',
  'reserve',
  'selected',
  'not-selected',
  'lapsed',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Whose turn it is: who has something to do next. */
export type Side = 'city' | 'council' | 'nobody';

const city: readonly Role[] = ['city-focal-point', 'city-certifier', 'mayor'];
const certifiers: readonly Role[] = ['city-certifier', 'mayor'];
const keepers: readonly Role[] = ['staff-fund', 'director'];

export interface Move {
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
  /** Roles that may; `clock` is the platform itself when a stage has closed. City roles only for their own city. */
  readonly who: readonly Role[] | 'clock';
  /** One proposes and another confirms. */
  readonly byTwo: boolean;
  /** The stage must take answers at that moment, by the database's clock. */
  readonly whileOpen: boolean;
  readonly reasonNeeded: boolean;
  /** Only in the last stage of the window, or only before it. */
  readonly in: 'any-stage' | 'last-stage' | 'earlier-stage';
}

/** What can happen to an application. `take-up` begins the next stage, to which the city was invited. */
export const moves = {
  'sign-and-send': move(['draft'], 'submitted', certifiers, { whileOpen: true }),
  'take-back': move(['submitted'], 'draft', city, { whileOpen: true }),
  lapse: move(['draft', 'invited'], 'lapsed', 'clock'),
  'begin-screening': move(['submitted'], 'screening', keepers),
  'find-eligible': move(['screening'], 'eligible', keepers),
  'find-ineligible': move(['screening'], 'ineligible', keepers, { reasonNeeded: true }),
  'admit-after-all': move(['ineligible'], 'eligible', keepers, { byTwo: true, reasonNeeded: true }),
  'send-to-review': move(['eligible'], 'in-review', keepers),
  invite: move(['eligible', 'in-review', 'reserve'], 'invited', keepers, {
    byTwo: true,
    in: 'earlier-stage',
  }),
  'take-up': move(['invited'], 'draft', city, { whileOpen: true, in: 'earlier-stage' }),
  'put-in-reserve': move(['in-review'], 'reserve', keepers, { byTwo: true }),
  select: move(['in-review', 'reserve'], 'selected', keepers, { byTwo: true, in: 'last-stage' }),
  'not-select': move(['in-review', 'reserve'], 'not-selected', keepers, { byTwo: true, reasonNeeded: true }),
  withdraw: move(
    ['draft', 'submitted', 'screening', 'eligible', 'in-review', 'invited', 'reserve', 'selected'],
    'withdrawn',
    city,
  ),
} as const satisfies Readonly<Record<string, Move>>;
export type MoveKey = keyof typeof moves;
export const moveKeys = Object.keys(moves) as MoveKey[];

function move(
  from: readonly ApplicationState[],
  to: ApplicationState,
  who: Move['who'],
  over: Partial<Move> = {},
): Move {
  return { from, to, who, byTwo: false, whileOpen: false, reasonNeeded: false, in: 'any-stage', ...over };
}

/** Who wants to move, as far as the process asks. */
export interface Mover {
  /** Roles held today; city roles only those held for the application's city. `clock` is the platform. */
  readonly roles: readonly Role[] | 'clock';
  /** This person proposed the move that is now to be confirmed. */
  readonly proposedIt: boolean;
}

/** Where the application stands. */
export interface Standing {
  readonly state: ApplicationState;
  readonly isLastStage: boolean;
  /** Of the stage the move needs: its own, and for `take-up` the next one. */
  readonly stageIsOpen: boolean;
}

/** Why the move may not be made; undefined when it may. Ask again inside the transaction, with `stageIsOpen` of the database. */
export function whyNotMove(key: MoveKey, mover: Mover, standing: Standing): Reason | undefined {
  const asked: Move = moves[key];
  const { roles } = mover;
  const mayAct =
    asked.who === 'clock' || roles === 'clock'
      ? asked.who === roles
      : roles.some((role) => asked.who.includes(role));
  if (!mayAct) return because('platform:permission-missing');
  if (!asked.from.includes(standing.state)) return because('fund:not-in-this-state');
  if (asked.in === 'last-stage' && !standing.isLastStage) return because('fund:only-in-last-stage');
  if (asked.in === 'earlier-stage' && standing.isLastStage) return because('fund:no-stage-after');
  if (asked.whileOpen && !standing.stageIsOpen) return because('fund:stage-not-open');
  if (asked.byTwo && mover.proposedIt) return because('fund:second-person-needed');
  return undefined;
}

/** Whose turn it is in a state. */
export function turnOf(state: ApplicationState): Side {
  if (state === 'draft' || state === 'invited') return 'city';
  return isOver(state) ? 'nobody' : 'council';
}

export function isOver(state: ApplicationState): boolean {
  return ['ineligible', 'selected', 'not-selected', 'lapsed', 'withdrawn'].includes(state);
}

/** What the state is called: by the window where it says so itself, else by the platform; cities read other words than staff. */
export function stateLabel(
  state: ApplicationState,
  audience: 'staff' | 'applicant',
  ownLabels: readonly WindowLabel[] = [],
): LocalText {
  const own = ownLabels.find((one) => one.state === state && one.audience === audience);
  return own?.label ?? stateLabels[state][audience];
}

export function moveLabel(key: MoveKey): LocalText {
  return moveLabels[key];
}
