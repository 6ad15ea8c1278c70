import type { Reaction } from '../../platform/events/announce.ts';
import { keepForTranslation } from './actions/keep-for-translation.ts';

export const reactions: readonly Reaction[] = [
  {
    name: 'applications-keep-for-translation',
    to: 'application-submitted',
    react: (tx, world, payload) => keepForTranslation(tx, world, String(payload['applicationId'])),
  },
];
