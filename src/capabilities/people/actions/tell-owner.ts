import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { getContact } from '../store/persons.ts';

type Told =
  | 'mail-code-failed'
  | 'mail-passphrase-set'
  | 'mail-authenticator-set'
  | 'mail-printed-codes-made'
  | 'mail-passkey-added'
  | 'mail-passkey-removed'
  | 'mail-role-granted'
  | 'mail-role-ended'
  | 'mail-suspended'
  | 'mail-reinstated';

/** Tells a person by mail what was done to their account, so that what they did not do does not go unseen. */
export async function tellOwner(
  tx: Tx,
  world: World,
  personId: string,
  what: Told,
  values: (language: Language) => Record<string, string> = () => ({}),
): Promise<void> {
  const contact = await getContact(tx, personId);
  const t = words(contact.language);
  const said = { name: contact.name, ...values(contact.language) };
  const body = [t('mail-hello', said), t(what, said), t('mail-not-you', { address: world.config.publicUrl })];
  for (const to of contact.addresses) {
    await post(tx, world, {
      to,
      personId,
      language: contact.language,
      subject: t('mail-account-subject'),
      body: body.join('\n\n'),
    });
  }
}
