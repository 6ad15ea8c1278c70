import { createHmac } from 'node:crypto';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { cityName, findCity } from '../../city-registry/index.ts';
import { roleName } from '../../people/index.ts';
import { words } from '../messages/index.ts';
import type { CityRole } from '../rules/terms.ts';

export interface Receiver {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly personId?: string | null;
}

type Key = Parameters<ReturnType<typeof words>>[0];

/** Posts a letter in its receiver's language: a greeting, what it says, one page to go on with, who writes. */
export async function postLetter(
  tx: Tx,
  world: World,
  to: Receiver,
  letter: {
    readonly subject: Key;
    readonly paragraphs: readonly Key[];
    readonly values?: (language: Language) => Record<string, string | number>;
    readonly path?: string;
  },
): Promise<void> {
  const t = words(to.language);
  const values = letter.values?.(to.language) ?? {};
  const page = letter.path && `${world.config.publicUrl}${localPath(to.language, letter.path)}`;
  await post(tx, world, {
    to: to.email,
    personId: to.personId ?? null,
    language: to.language,
    subject: t(letter.subject, values),
    body: [
      t('mail.hello', { name: to.name }),
      ...letter.paragraphs.map((key) => t(key, values)),
      ...(page ? [page] : []),
      t('mail.signature'),
    ].join('\n\n'),
  });
}

/** What letters about a mandate say of it, in whatever language. */
export async function cityAndRole(
  reader: Reader,
  of: { readonly cityId: string; readonly role: CityRole },
): Promise<(language: Language) => { city: string; role: string }> {
  const city = await findCity(reader, of.cityId);
  return (language) => ({
    city: city ? cityName(language, city) : '',
    role: roleName(language, of.role),
  });
}

/** Only its hash is stored. Made from the request's id and the operator's secret, so that a later mail can carry the same one. */
export function tokenOf(world: World, requestId: string): string {
  return createHmac('sha256', world.secrets.keyFor('mandate link')).update(requestId).digest('base64url');
}

export function linkPath(world: World, requestId: string): string {
  return `/mandate/requests/${tokenOf(world, requestId)}`;
}
