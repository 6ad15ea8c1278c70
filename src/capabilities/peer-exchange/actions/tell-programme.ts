import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { inEachLanguage } from '../../../kernel/local-text.ts';
import { because } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { announceClosed, announceOpened, openToAll } from '../../../platform/events/activity.ts';
import { announceAnswer, announceAsk } from '../../../platform/events/city-asked.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import type { Round } from '../store/rounds.ts';

const by = 'peer-exchange';

/** A round is open to every city, on any topic, until it is confirmed or given up. */
export async function tellRoundOpened(
  tx: Tx,
  world: World,
  round: Pick<Round, 'id' | 'name' | 'day'>,
): Promise<void> {
  await announceOpened(tx, world, {
    by,
    record: `round ${round.id}`,
    kind: 'peer-round',
    title: inEachLanguage((language) => words(language)('activity-title', { round: round.name })),
    about: inEachLanguage((language) => words(language)('activity-about')),
    topics: [],
    languages: [],
    openTo: openToAll,
    opensOn: round.day,
    closesOn: null,
    places: null,
    path: '/portal/exchange',
  });
}

export async function tellRoundOver(tx: Tx, world: World, roundId: string): Promise<void> {
  await announceClosed(tx, world, { by, record: `round ${roundId}` });
}

interface Asked {
  readonly what: 'introduction' | 'follow-up';
  readonly exchangeId: string;
  readonly cityId: string;
  readonly city: string;
  readonly until: Date | null;
}

/** Counts among all that the council asks of the city. */
export async function tellAsked(tx: Tx, world: World, asked: Asked): Promise<void> {
  const own = `/portal/exchange/exchanges/${asked.exchangeId}`;
  await announceAsk(tx, world, {
    cityId: asked.cityId,
    by,
    kind: asked.what,
    what: because(
      asked.what === 'introduction' ? 'peer-exchange:task.answer' : 'peer-exchange:task.follow-up',
      {
        city: asked.city,
      },
    ),
    path: asked.what === 'introduction' ? own : `${own}/follow-ups/${asked.cityId}`,
    dueOn: asked.until && dayInUtc(asked.until),
    record: `${asked.what} ${asked.exchangeId}`,
  });
}

/** Without a city: of all that were asked, when nothing is to be answered any more. */
export async function tellAnswered(
  tx: Tx,
  world: World,
  asked: Pick<Asked, 'what' | 'exchangeId'> & { readonly cityId?: string },
): Promise<void> {
  const { what, exchangeId, cityId } = asked;
  await announceAnswer(tx, world, { by, record: `${what} ${exchangeId}`, ...(cityId ? { cityId } : {}) });
}
