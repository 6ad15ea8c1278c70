import { isIP } from 'node:net';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { type ChallengePurpose, isOurChallenge, makeChallenge } from '../rules/challenge.ts';
import { notePasskeyUse, spendChallenge } from '../store/passkeys.ts';
import { findPasskey, type Known } from '../store/sign-in.ts';

/** Whom a passkey is made for: this site, under the name people open it by. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** None at a bare address of numbers, where passkeys do not exist. A trial may also be opened as `localhost`. */
export function relyingParty(config: Config, request: Request): RelyingParty | undefined {
  const asked = new URL(request.url);
  const { hostname, origin } =
    config.mode === 'trial' && asked.hostname === 'localhost' ? asked : new URL(config.publicUrl);
  return isIP(hostname.replaceAll(/[[\]]/g, '')) ? undefined : { id: hostname, origin };
}

export function freshChallenge(
  world: World,
  purpose: ChallengePurpose,
  personId: string,
): Uint8Array<ArrayBuffer> {
  const key = world.secrets.keyFor('passkey challenges');
  return new Uint8Array(makeChallenge(key, purpose, personId, world.now(), world.randomBytes(16)));
}

export function isFreshChallenge(
  world: World,
  purpose: ChallengePurpose,
  personId: string,
  challenge: string,
): boolean {
  return isOurChallenge(
    world.secrets.keyFor('passkey challenges'),
    purpose,
    personId,
    world.now(),
    challenge,
  );
}

/** What the browser asks the device for. Any passkey of this site will do: the page need not know whose. */
export async function askForPasskey(
  world: World,
  party: RelyingParty,
  purpose: 'sign-in' | 'step-up',
  personId = '',
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return await generateAuthenticationOptions({
    rpID: party.id,
    challenge: freshChallenge(world, purpose, personId),
    userVerification: 'required',
    timeout: 120_000,
  });
}

export const refused = because('people:passkey-refused');

const responseShape = z.object({
  id: z.string().min(1).max(1400),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});

/**
 * Checks what the device signed. @returns whose passkey it is, and how to spend challenge and counter in the act's transaction
 * @throws Refusal for anything that is not quite right
 */
export async function checkPasskey(
  world: World,
  party: RelyingParty,
  answer: string,
  purpose: 'sign-in' | 'step-up',
  personId = '',
): Promise<{ known: Known; spend: (tx: Tx) => Promise<void> }> {
  const response = readAnswer(answer, responseShape) as AuthenticationResponseJSON;
  const passkey = await findPasskey(world.db, response.id);
  if (!passkey || (personId !== '' && passkey.personId !== personId)) throw new Refusal(refused);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => isFreshChallenge(world, purpose, personId, challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  }).catch(() => {
    throw new Refusal(refused);
  });
  if (!verified) throw new Refusal(refused);
  return {
    known: passkey,
    spend: async (tx) => {
      await spendOnce(tx, response.response.clientDataJSON);
      await notePasskeyUse(tx, response.id, authenticationInfo.newCounter);
    },
  };
}

/** A challenge answered twice is a replay. */
export async function spendOnce(tx: Tx, clientDataJSON: string): Promise<void> {
  const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
    challenge: string;
  };
  const isFirst = await spendChallenge(tx, createHash('sha256').update(challenge).digest());
  if (!isFirst) throw new Refusal(refused);
}

export function readAnswer(answer: string, shape: z.ZodType): unknown {
  try {
    const json: unknown = JSON.parse(answer);
    shape.parse(json);
    return json;
  } catch {
    throw new Refusal(answer === '' ? because('people:passkey-cancelled') : refused);
  }
}
