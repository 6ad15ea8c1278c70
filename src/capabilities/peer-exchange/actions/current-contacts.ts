import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { lettersFor } from '../../people/index.ts';
import type { Contact } from '../store/exchanges.ts';

/** Whom letters about a city's exchange go to: its contact; if that person no longer acts for the city, those who do today. */
export async function currentContacts(
  tx: Tx,
  world: World,
  cityId: string,
  contact: Contact,
): Promise<Contact[]> {
  const day = dayInUtc(world.now());
  const letters = await lettersFor(tx, { cityId, address: contact.email, day });
  return letters.map(({ name, address, language }) =>
    name === null ? contact : { name, email: address, language: language ?? contact.language },
  );
}
