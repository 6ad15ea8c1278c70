import type { Reaction } from '../../platform/events/announce.ts';
import { revokeLinksOfFormer } from './store/links.ts';

export const reactions: readonly Reaction[] = [
  {
    // Whoever left a city keeps the mails they got; the links in them open nothing any more.
    name: 'support-desk-close-links-of-former',
    to: 'mandate-ended',
    async react(tx, _world, payload) {
      await revokeLinksOfFormer(tx, String(payload['personId']), String(payload['cityId']));
    },
  },
];
