import type { Reaction } from '../../platform/events/announce.ts';
import { tellCities } from './actions/tell-cities.ts';

/** A seat that began, ended or was corrected changes what its city's page tells. */
export const reactions: readonly Reaction[] = ['seat-began', 'seat-ended', 'seat-corrected'].map((to) => ({
  name: `governance: tell cities of ${to}`,
  to,
  react: (tx) => tellCities(tx),
}));
