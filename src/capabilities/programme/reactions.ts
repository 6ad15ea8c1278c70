import type { Activity } from '../../platform/events/activity.ts';
import type { Reaction } from '../../platform/events/announce.ts';
import { noteCityAnswered, noteCityAsked } from './actions/note-ask.ts';
import { takeActivity, takeClosing } from './actions/take-activity.ts';

type Announced<Said> = Parameters<Reaction['react']>[2] & Said;

export const reactions: readonly Reaction[] = [
  {
    name: 'programme takes an opened activity',
    to: 'activity-opened',
    react: (tx, world, said) => takeActivity(tx, world, said as unknown as Activity),
  },
  {
    name: 'programme takes a changed activity',
    to: 'activity-changed',
    react: (tx, world, said) => takeActivity(tx, world, said as unknown as Activity),
  },
  {
    name: 'programme takes a closed activity',
    to: 'activity-closed',
    react: (tx, world, said) => takeClosing(tx, world, said as Announced<{ by: string; record: string }>),
  },
  {
    name: 'programme counts what was asked',
    to: 'city-asked',
    react: (tx, world, said, eventId) => noteCityAsked(tx, world, said, eventId),
  },
  {
    name: 'programme settles what was answered',
    to: 'city-answered',
    react: (tx, _world, said) => noteCityAnswered(tx, said),
  },
];
