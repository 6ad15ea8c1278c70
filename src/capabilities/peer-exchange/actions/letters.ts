import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { formatInstant, languageName } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { cityName, listCitiesByIds } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { groundsInWords, type NameOf } from './grounds-in-words.ts';
import { topicLabel } from '../../city-record/index.ts';
import type { Contact, Exchange } from '../store/exchanges.ts';

export type NamesIn = (language: Language) => NameOf;

/** Names of cities, in whatever language a letter is in. */
export async function namesOf(reader: Reader, ids: readonly string[]): Promise<NamesIn> {
  const cities = new Map((await listCitiesByIds(reader, ids)).map((city) => [city.id, city]));
  return (language) => (id) => {
    const city = cities.get(id);
    return city ? cityName(language, city) : '';
  };
}

export function topicsInWords(language: Language, topics: readonly string[]): string {
  return new Intl.ListFormat(language).format(topics.map((topic) => topicLabel(language, topic)));
}

export function othersInWords(
  language: Language,
  name: NameOf,
  cityIds: readonly string[],
  cityId: string,
): string {
  return new Intl.ListFormat(language).format(cityIds.filter((id) => id !== cityId).map(name));
}

type Told = Pick<Exchange, 'cityIds' | 'hostCity' | 'topics' | 'languages' | 'grounds' | 'consentBy'>;

/** Asks one city whether it wants to meet the others; says why they go together, never how to reach them. */
export async function postIntroduction(
  tx: Tx,
  world: World,
  letter: {
    readonly to: Contact;
    readonly cityId: string;
    readonly exchange: Told;
    readonly names: NamesIn;
    readonly token: string;
  },
): Promise<void> {
  const { to, cityId, exchange, token } = letter;
  const t = words(to.language);
  const name = letter.names(to.language);
  const others = othersInWords(to.language, name, exchange.cityIds, cityId);
  const reasons = groundsInWords(to.language, exchange, name).map((line) => `- ${line}`);
  const link = `${world.config.publicUrl}${localPath(to.language, `/exchange/answers/${token}`)}`;
  await post(tx, world, {
    to: to.email,
    language: to.language,
    subject: t('mail.introduction-subject', { others }),
    body: [
      t('mail.greeting', { name: to.name }),
      t('mail.introduction', { city: name(cityId), others }),
      [t('why-together'), ...reasons].join('\n'),
      t('mail.introduction-ask', { until: formatInstant(to.language, exchange.consentBy) }),
      link,
      t('mail.introduction-private'),
    ].join('\n\n'),
  });
}

export async function postNotThisTime(
  tx: Tx,
  world: World,
  letter: {
    readonly to: Contact;
    readonly cityId: string;
    readonly exchange: Pick<Exchange, 'cityIds'>;
    readonly names: NamesIn;
  },
): Promise<void> {
  const { to, cityId, exchange } = letter;
  const t = words(to.language);
  const others = othersInWords(to.language, letter.names(to.language), exchange.cityIds, cityId);
  await post(tx, world, {
    to: to.email,
    language: to.language,
    subject: t('mail.not-this-time-subject', { others }),
    body: [t('mail.greeting', { name: to.name }), t('mail.not-this-time', { others })].join('\n\n'),
  });
}

/** The contacts of all, once all have said yes. */
export async function postContacts(
  tx: Tx,
  world: World,
  letter: {
    readonly to: Contact;
    readonly exchange: Pick<Exchange, 'id' | 'cityIds' | 'topics' | 'languages'>;
    readonly cityId: string;
    readonly contacts: readonly (Contact & { readonly cityId: string })[];
    readonly names: NamesIn;
  },
): Promise<void> {
  const { to, exchange, cityId, contacts } = letter;
  const t = words(to.language);
  const name = letter.names(to.language);
  const lines = contacts
    .filter((contact) => contact.cityId !== cityId)
    .map(
      (contact) =>
        `${name(contact.cityId)}: ${contact.name} <${contact.email}>, ${languageName(to.language, contact.language)}`,
    );
  const page = `${world.config.publicUrl}${localPath(to.language, `/portal/exchange/exchanges/${exchange.id}`)}`;
  await post(tx, world, {
    to: to.email,
    language: to.language,
    subject: t('mail.agreed-subject', { others: othersInWords(to.language, name, exchange.cityIds, cityId) }),
    body: [
      t('mail.greeting', { name: to.name }),
      t('mail.agreed', { topics: topicsInWords(to.language, exchange.topics) }),
      lines.join('\n'),
      t('mail.agreed-next'),
      page,
    ].join('\n\n'),
  });
}

export async function postFollowUp(
  tx: Tx,
  world: World,
  letter: {
    readonly to: Contact;
    readonly cityId: string;
    readonly exchange: Pick<Exchange, 'cityIds' | 'topics'>;
    readonly names: NamesIn;
    readonly token: string;
  },
): Promise<void> {
  const { to, cityId, exchange, token } = letter;
  const t = words(to.language);
  const others = othersInWords(to.language, letter.names(to.language), exchange.cityIds, cityId);
  await post(tx, world, {
    to: to.email,
    language: to.language,
    subject: t('mail.follow-up-subject', { others }),
    body: [
      t('mail.greeting', { name: to.name }),
      t('mail.follow-up', { others, topics: topicsInWords(to.language, exchange.topics) }),
      `${world.config.publicUrl}${localPath(to.language, `/exchange/answers/${token}`)}`,
    ].join('\n\n'),
  });
}
