import type { World } from '../../world.ts';

export interface Finding {
  readonly ok: boolean;
  readonly says: string;
}

/**
 * One thing the doctor looks at. Capabilities give theirs to the wiring, so that the platform need not know them.
 * `world.db` is the verify role's: it sees everything and can write nothing.
 */
export interface DoctorCheck {
  readonly name: string;
  run(world: World, how: { readonly quick: boolean }): Promise<Finding>;
}

export const well = (says: string): Finding => ({ ok: true, says });
export const ill = (says: string): Finding => ({ ok: false, says });
