import type { Visit } from '../../../platform/http/route.ts';
import type { Seat } from '../actions/seat.ts';
import { idIn } from './frame.ts';

export type Place = 'learning' | 'registration';

/** The same pages stand behind a mailed link and, for who is signed in, in the portal. */
export interface SeatAt {
  readonly seat: Seat;
  readonly place: Place;
  /** Of this learning's or registration's pages. */
  readonly base: string;
  readonly byLink: boolean;
}

const under = {
  learning: { link: '/training/learning', portal: '/portal/training/courses' },
  registration: { link: '/training/registrations', portal: '/portal/training/events' },
} as const;

export function seatAt(visit: Visit, place: Place): SeatAt {
  const byLink = !visit.url.pathname.startsWith('/portal/');
  if (!byLink) {
    const id = idIn(visit);
    return { place, byLink, seat: { actor: visit.actor, id }, base: `${under[place].portal}/${id}` };
  }
  const token = visit.param('token');
  return { place, byLink, seat: { actor: visit.actor, token }, base: `${under[place].link}/${token}` };
}
