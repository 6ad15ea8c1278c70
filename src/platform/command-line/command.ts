import type { World } from '../../world.ts';

/** What was typed after the command's words. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | true | readonly string[]>>;
  /** `--json`: print one JSON value on standard output and nothing else there. */
  readonly json: boolean;
  out(text: string): void;
  err(text: string): void;
  readStdin(): Promise<Buffer>;
}

/** Exit codes: 0 done, 1 a fault of ours, 2 wrong usage, 3 the input was refused, 4 not found or ambiguous. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

/** The database as it lies, perhaps asleep, empty or old: for backup, restore and doctor. */
export interface UnpreparedWorld {
  readonly world: World;
  /** Starts the embedded server if it sleeps; it is left as it was found afterwards. */
  readonly startServer: () => Promise<unknown>;
}

/** One `mmc` command. Capabilities export theirs in `cli.ts`; `src/cli.ts` mounts them. */
export interface Command {
  /** `['cities', 'resolve']` for `mmc cities resolve`. */
  readonly words: readonly string[];
  readonly usage: string;
  readonly summary: string;
  readonly options?: Readonly<Record<string, 'value' | 'values' | 'flag'>>;
  /** Commands that touch the database get a world, prepared; the others start at once. */
  readonly needsWorld?: boolean;
  /** Commands about the database itself get an `UnpreparedWorld`: nothing is started or brought up to date for them. */
  readonly needsServer?: boolean;
  run(line: CommandLine, world?: unknown): Promise<number>;
}
