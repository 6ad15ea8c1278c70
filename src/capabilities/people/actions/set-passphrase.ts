import type { Actor } from '../../../kernel/actor.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { whyNotPassphrase } from '../rules/passphrase.ts';
import { hashPassphrase } from '../rules/passphrase-hash.ts';
import { savePassphrase } from '../store/credentials.ts';
import { getContact } from '../store/persons.ts';
import { revokeSessions } from '../store/sessions.ts';
import { changeWaysIn } from './change-ways-in.ts';

/** Sets or changes it; every other session of the person ends, for the old one may have been known. */
export async function setPassphrase(world: World, actor: Actor, passphrase: string): Promise<void> {
  const salt = Buffer.from(world.randomBytes(16));
  const hash = await hashPassphrase(world.secrets.keyFor('passphrases'), passphrase, salt);
  await changeWaysIn(world, actor, async (tx, personId) => {
    const { name, addresses } = await getContact(tx, personId);
    refuseIf(whyNotPassphrase(passphrase, { name, addresses }));
    await savePassphrase(tx, personId, salt, hash);
    await revokeSessions(tx, { personId, except: actor.sessionId });
    return { kind: 'people.passphrase-set', mail: 'mail-passphrase-set', result: undefined };
  });
}
