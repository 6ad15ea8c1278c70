import { type Actor, anonymous } from '../../kernel/actor.ts';

/** Who acts when nobody does: timed work, reactions and the operator's command line. */
export const systemActor: Actor = { ...anonymous, name: 'platform' };
