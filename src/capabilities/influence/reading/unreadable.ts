import type { Reason } from '../../../kernel/refusal.ts';

/** A file that cannot be read as a text, and why, as a sentence. Never a fault of ours. */
export class Unreadable extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason.key);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}
