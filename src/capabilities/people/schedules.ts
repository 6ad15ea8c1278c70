import type { World } from '../../world.ts';
import { mailSignInCode } from './actions/mail-sign-in-code.ts';

export const jobs: Readonly<
  Record<string, (world: World, payload: Readonly<Record<string, unknown>>) => Promise<void>>
> = {
  'mail-sign-in-code': mailSignInCode,
};
