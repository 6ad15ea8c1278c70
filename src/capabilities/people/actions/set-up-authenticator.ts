import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { stepOfCode } from '../rules/totp.ts';
import { saveSealedSecret } from '../store/credentials.ts';
import { changeWaysIn } from './change-ways-in.ts';
import { openSecret, sealSecret } from './second-factor.ts';

/** A secret for the page to show. It waits in the form, sealed for this person, and is stored only when a code proves it arrived. */
export function offerSecret(world: World, personId: string): { secret: Buffer; sealed: string } {
  const secret = Buffer.from(world.randomBytes(20));
  return { secret, sealed: sealSecret(world, personId, secret).toString('base64url') };
}

export function reopenSecret(world: World, personId: string, sealed: string): Buffer {
  try {
    return openSecret(world, personId, Buffer.from(sealed, 'base64url'));
  } catch {
    throw new Refusal(because('platform:form-expired'));
  }
}

export async function setUpAuthenticator(
  world: World,
  actor: Actor,
  shown: { readonly sealed: string; readonly code: string },
): Promise<void> {
  await changeWaysIn(world, actor, async (tx, personId) => {
    const secret = reopenSecret(world, personId, shown.sealed);
    const step = stepOfCode(secret, shown.code.replaceAll(/\s/g, ''), world.now());
    if (step === undefined) throw new Refusal(because('people:authenticator-code-wrong'));
    await saveSealedSecret(tx, personId, sealSecret(world, personId, secret), step);
    return { kind: 'people.authenticator-set', mail: 'mail-authenticator-set', result: undefined };
  });
}
