/** Values a sentence may be filled with. */
export type SentenceValues = Record<string, string | number | bigint | Date>;

/**
 * Why something is not so or may not be done, as a sentence that exists in five languages.
 * `key` is `catalogue:message`, e.g. `impact:verifier-is-proposer`; pages say it with `explain(language, reason)`.
 */
export interface Reason {
  readonly key: `${string}:${string}`;
  readonly values?: SentenceValues;
}

export function because(key: Reason['key'], values?: SentenceValues): Reason {
  return values ? { key, values } : { key };
}

/** A reason tied to one answer of a form. */
export interface Problem {
  readonly field: string;
  readonly reason: Reason;
}

type RefusalStatus = 403 | 404 | 409 | 410 | 422 | 429;

/** A rule or permission said no: thrown so that the transaction undoes itself; shown as a sentence, never logged as a fault. */
export class Refusal extends Error {
  readonly reason: Reason;
  readonly status: RefusalStatus;
  constructor(reason: Reason, status: RefusalStatus = 422) {
    super(reason.key);
    this.name = 'Refusal';
    this.reason = reason;
    this.status = status;
  }
}

/** "Not yours" and "not there" look alike. */
export function notFound(): Refusal {
  return new Refusal(because('platform:not-found'), 404);
}

/** Throws the reason as a Refusal when there is one; for `refuseIf(whyNotVerify(actor, claim))`. */
export function refuseIf(reason: Reason | undefined, status: RefusalStatus = 422): void {
  if (reason) throw new Refusal(reason, status);
}

/** Somebody else changed the record since the form was opened: the page shows both texts and loses neither. */
export class Stale extends Refusal {
  /** What the record says now, by field name, and its version. */
  readonly current: Readonly<Record<string, string>>;
  readonly version: number;
  constructor(current: Readonly<Record<string, string>>, version: number) {
    super(because('platform:changed-meanwhile'), 409);
    this.name = 'Stale';
    this.current = current;
    this.version = version;
  }
}
