import type { Command } from '../../platform/command-line/command.ts';
import { split } from './command-line/split.ts';
import { thesaurus } from './command-line/thesaurus.ts';
import { trace } from './command-line/trace.ts';
import { traceDrafts } from './command-line/trace-drafts.ts';

export const commands: readonly Command[] = [split, traceDrafts, trace, thesaurus];
