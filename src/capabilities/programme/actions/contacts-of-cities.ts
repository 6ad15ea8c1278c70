import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { isEmail } from '../../../platform/forms/fields.ts';
import { mandateLettersTo } from '../../mandates/index.ts';
import { type Contact, deskContacts } from '../store/recipients.ts';

export interface KnownContacts {
  readonly contacts: readonly Contact[];
  /** Whoever may act for the city, or else whom the desk verified when they last asked something. */
  readonly from: 'mandates' | 'desk' | 'nobody';
}

/** Whom letters of each city go to. Several holders of a mandate each get one. */
export async function contactsOfCities(
  tx: Tx,
  cityIds: readonly string[],
  day: CalendarDate,
): Promise<Map<string, KnownContacts>> {
  const known = new Map<string, KnownContacts>();
  for (const cityId of cityIds) {
    const letters = await mandateLettersTo(tx, cityId, day);
    const contacts = letters
      .filter(({ address }) => isEmail(address))
      .map(({ personId, name, address, language }) => ({ personId, name, email: address, language }));
    if (contacts.length > 0) known.set(cityId, { contacts, from: 'mandates' });
  }
  const rest = cityIds.filter((id) => !known.has(id));
  for (const { cityId, ...contact } of await deskContacts(tx, rest))
    if (isEmail(contact.email)) known.set(cityId, { contacts: [contact], from: 'desk' });
  for (const cityId of cityIds) if (!known.has(cityId)) known.set(cityId, { contacts: [], from: 'nobody' });
  return known;
}
