import type { Reaction } from '../../platform/events/announce.ts';
import { closeLinksOfFormer } from './store/waiting.ts';

export const reactions: readonly Reaction[] = [
  {
    // The city's people of today answer in their portal, or by the links of letters to come.
    name: 'peer-exchange-close-links-of-former',
    to: 'mandate-ended',
    async react(tx, _world, payload) {
      await closeLinksOfFormer(tx, String(payload['personId']), String(payload['cityId']));
    },
  },
];
