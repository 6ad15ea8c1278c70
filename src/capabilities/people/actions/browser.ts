import { networkOf } from '../../../platform/sessions/network.ts';
import { deviceOf } from '../rules/device.ts';

/** From where somebody signs in: to count attempts by, and to show in their list of sessions. */
export interface Browser {
  readonly network: string;
  readonly device: string;
}

export function browserOf(request: Request): Browser {
  return { network: networkOf(request), device: deviceOf(request.headers.get('user-agent') ?? '') };
}
