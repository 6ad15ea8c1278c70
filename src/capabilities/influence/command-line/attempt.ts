import type { CommandLine } from '../../../platform/command-line/command.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { isLanguage, type Language } from '../../../kernel/language.ts';
import { because, type Reason } from '../../../kernel/refusal.ts';
import { Unreadable } from '../reading/unreadable.ts';
import '../messages/index.ts';

/** The command was called wrongly, as against called rightly with input that cannot be used. */
export class Misused extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason.key);
    this.name = 'Misused';
    this.reason = reason;
  }
}

/** Sentences come in the language of `--language`, English unless it is given. */
export function languageOf(line: CommandLine): Language {
  const stated = line.options['language'];
  if (stated === undefined) return 'en';
  if (!isLanguage(stated))
    throw new Misused(because('influence:language-unknown', { language: String(stated) }));
  return stated;
}

/** Runs a command; what cannot be read or was asked wrongly becomes a sentence and an exit code (3 or 2). */
export async function attempt(
  line: CommandLine,
  usage: string,
  doIt: () => Promise<number>,
): Promise<number> {
  const stated = line.options['language'];
  const language = isLanguage(stated) ? stated : 'en';
  try {
    return await doIt();
  } catch (trouble) {
    if (trouble instanceof Unreadable) {
      line.err(`${explain(language, trouble.reason)}\n`);
      return 3;
    }
    if (trouble instanceof Misused) {
      line.err(`${explain(language, trouble.reason)}\n${usage}\n`);
      return 2;
    }
    throw trouble;
  }
}

/** The one value of an option that must be there. */
export function valueOf(line: CommandLine, option: string): string {
  const value = line.options[option];
  if (typeof value === 'string' && value !== '') return value;
  if (Array.isArray(value) && typeof value[0] === 'string') return value[0];
  throw new Misused(because('influence:missing-option', { option: `--${option}` }));
}

export function valuesOf(line: CommandLine, option: string): readonly string[] {
  const value = line.options[option];
  if (value === undefined || value === true) return [];
  return typeof value === 'string' ? [value] : value;
}
