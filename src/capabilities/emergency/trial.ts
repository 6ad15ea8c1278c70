import type { TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';

export async function fillTrial(_tx: Tx, _world: World, _scene: TrialScene): Promise<void> {}
