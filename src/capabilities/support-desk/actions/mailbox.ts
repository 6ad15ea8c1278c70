/** A mail that lies in a mailbox. */
export interface LyingMail {
  /** The mailbox, its validity and the mail's number in it, separated by semicolons: the same mail has it for ever. */
  readonly key: string;
  readonly uid: number;
  readonly size: number;
}

/** A mailbox that is read and never changed: what was kept is known by our own record. */
export interface Mailbox {
  /** Names the mailbox and its validity; numbers mean nothing under another. */
  readonly name: string;
  /** Mails with a number above the given, in order. */
  listAfter(uid: number): Promise<readonly LyingMail[]>;
  /** The whole mail, or its head alone. */
  fetch(mail: LyingMail, part: 'whole' | 'head'): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type OpenMailbox = (address: string) => Promise<Mailbox>;
