/** With what a person can prove who they are. */
export interface FactorsHeld {
  readonly hasPassphrase: boolean;
  readonly hasAuthenticator: boolean;
  readonly printedCodesLeft: number;
  readonly passkeys: number;
}

/** A passphrase alone is none: it needs a code beside it. */
export function hasPassphraseAndCode(factors: FactorsHeld): boolean {
  return factors.hasPassphrase && (factors.hasAuthenticator || factors.printedCodesLeft > 0);
}

/** Whether the person can sign in with full power. */
export function hasWayIn(factors: FactorsHeld): boolean {
  return factors.passkeys > 0 || hasPassphraseAndCode(factors);
}
