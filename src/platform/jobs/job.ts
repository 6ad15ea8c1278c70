import type { World } from '../../world.ts';

/** Work done by the worker, at least once: it must be harmless to do again. */
export type Job = (world: World, payload: Readonly<Record<string, unknown>>) => Promise<void>;

export interface Schedule {
  readonly task: string;
  /** As cron writes it, in UTC: `7 * * * *`. */
  readonly pattern: string;
}
