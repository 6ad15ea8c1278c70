import { Refusal } from '../../../kernel/refusal.ts';

/** What a rule said, to show it beside its field; a fault goes on as one. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
