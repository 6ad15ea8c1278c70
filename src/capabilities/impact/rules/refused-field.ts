import { type Problem, type Reason, Refusal } from '../../../kernel/refusal.ts';

/** A refusal that belongs to one answer of the form. */
export class RefusedField extends Refusal {
  readonly field: string;
  constructor(field: string, reason: Reason) {
    super(reason, 422);
    this.field = field;
  }
}

/** @throws the first problem; forms have shown all of them before they come here */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first) throw new RefusedField(first.field, first.reason);
}
