import { z } from 'zod';
import type { Problem } from '../../../../kernel/refusal.ts';
import type { Said } from '../../rules/read-claim.ts';

/** A form's schema from a pure reader that finds all problems itself. */
export function saidSchema<T>(
  read: (said: Said) => { readonly read: T; readonly problems: readonly Problem[] },
) {
  return z.record(z.string(), z.string().optional()).transform((said, context): T => {
    const { read: value, problems } = read(said);
    for (const { field, reason } of problems) {
      context.addIssue({ code: 'custom', message: reason.key, params: reason.values ?? {}, path: [field] });
    }
    return problems.length > 0 ? z.NEVER : value;
  });
}
