import type { Tone } from '../../../design/tag.tsx';

/** How a state of the fund's process looks. */
export function stateTone(state: string): Tone {
  if (state === 'draft' || state === 'invited') return 'signal';
  if (state === 'selected') return 'done';
  if (['ineligible', 'not-selected', 'lapsed', 'withdrawn'].includes(state)) return 'stopped';
  return state === 'reserve' ? 'waiting' : 'active';
}
