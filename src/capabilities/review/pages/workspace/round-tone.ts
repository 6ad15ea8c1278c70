import type { Tone } from '../../../../design/tag.tsx';
import type { RoundState } from '../../rules/round.ts';

const tones: Readonly<Record<RoundState, Tone>> = {
  assigning: 'waiting',
  scoring: 'active',
  discussing: 'active',
  closed: 'done',
};

export function roundTone(state: RoundState): Tone {
  return tones[state];
}
