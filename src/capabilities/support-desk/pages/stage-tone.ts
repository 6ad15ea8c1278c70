import type { Tone } from '../../../design/tag.tsx';
import type { Stage } from '../rules/stages.ts';

const tones: Record<Stage, Tone> = {
  new: 'signal',
  open: 'active',
  'waiting-city': 'waiting',
  'waiting-partner': 'waiting',
  resolved: 'done',
  closed: 'done',
  merged: 'neutral',
  'set-aside': 'stopped',
};

export function stageTone(stage: Stage): Tone {
  return tones[stage];
}
