import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { keyedHash } from '../rules/keyed-hash.ts';
import { readPrintedCode } from '../rules/printed-codes.ts';
import { seal, unseal } from '../rules/sealed-secret.ts';
import { stepOfCode } from '../rules/totp.ts';
import { findSealedSecret, usePrintedCode, useStep } from '../store/credentials.ts';

/** Spends a code of the authenticator app or a printed one. False when it is neither, or was spent before. */
export async function spendCode(tx: Tx, world: World, personId: string, typed: string): Promise<boolean> {
  const digits = typed.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const sealed = await findSealedSecret(tx, personId);
    if (!sealed) return false;
    const step = stepOfCode(openSecret(world, personId, sealed), digits, world.now());
    return step !== undefined && (await useStep(tx, personId, step));
  }
  const printed = readPrintedCode(typed);
  return (
    printed !== undefined && (await usePrintedCode(tx, personId, hashPrintedCode(world, personId, printed)))
  );
}

export function hashPrintedCode(world: World, personId: string, code: string): Buffer {
  return keyedHash(world.secrets.keyFor('printed codes'), personId, code);
}

export function sealSecret(world: World, personId: string, secret: Uint8Array): Buffer {
  return seal(world.secrets.keyFor('authenticator secrets'), personId, secret, world.randomBytes(12));
}

export function openSecret(world: World, personId: string, sealed: Uint8Array): Buffer {
  return unseal(world.secrets.keyFor('authenticator secrets'), personId, sealed);
}
