/** A backup that cannot be taken here, or a folder that cannot be trusted: each problem is a sentence for the operator. */
export class BackupRefused extends Error {
  readonly problems: readonly string[];
  constructor(...problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'BackupRefused';
    this.problems = problems;
  }
}
