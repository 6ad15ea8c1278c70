import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { insertPasskey, listPasskeys } from '../store/passkeys.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { changeWaysIn } from './change-ways-in.ts';
import {
  freshChallenge,
  isFreshChallenge,
  readAnswer,
  refused,
  type RelyingParty,
  spendOnce,
} from './passkey-ceremony.ts';

/** What the browser asks the device to make. */
export async function offerPasskey(
  world: World,
  actor: Actor,
  party: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const personId = actor.personId ?? '';
  const held = await reading(world, actor, (tx) => listPasskeys(tx, personId));
  return await generateRegistrationOptions({
    rpName: 'Mayors Migration Council',
    rpID: party.id,
    userName: actor.name,
    userDisplayName: actor.name,
    userID: new Uint8Array(Buffer.from(personId)),
    challenge: freshChallenge(world, 'register', personId),
    attestationType: 'none',
    excludeCredentials: held.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: 120_000,
  });
}

const answerShape = z.object({
  id: z.string().min(1).max(1400),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: z.string(), attestationObject: z.string() }),
});

export async function addPasskey(
  world: World,
  actor: Actor,
  party: RelyingParty,
  made: { readonly answer: string; readonly name: string },
): Promise<void> {
  const response = readAnswer(made.answer, answerShape) as RegistrationResponseJSON;
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => isFreshChallenge(world, 'register', actor.personId ?? '', challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => {
    throw new Refusal(refused);
  });
  if (!registrationInfo) throw new Refusal(refused);
  const { credential, credentialBackedUp } = registrationInfo;
  await changeWaysIn(world, actor, async (tx, personId) => {
    await spendOnce(tx, response.response.clientDataJSON);
    await insertPasskey(tx, {
      id: credential.id,
      personId,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: made.name,
      synced: credentialBackedUp,
    });
    const details = { passkey: made.name };
    return { kind: 'people.passkey-added', mail: 'mail-passkey-added', details, result: undefined };
  });
}
