import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CommandLine } from '../../../platform/command-line/command.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { isLanguage, type Language } from '../../../kernel/language.ts';
import { because } from '../../../kernel/refusal.ts';
import { limits } from '../reading/limits.ts';
import { clausesIn, decoded } from '../reading/read-text.ts';
import { Unreadable } from '../reading/unreadable.ts';
import type { Clause } from '../rules/splitting/clauses.ts';
import { contradicts, languageOf } from '../rules/text/language-of.ts';
import { plainly } from '../rules/text/words.ts';
import type { Ask, TracedText } from '../rules/tracing/document.ts';
import { asksFrom, documentFrom } from './shapes.ts';

/** The bytes of a file, or of standard input for `-`. */
export async function bytesOf(line: CommandLine, file: string): Promise<Buffer> {
  if (file === '-') return line.readStdin();
  try {
    const size = (await stat(file)).size;
    if (size > limits.fileBytes)
      throw new Unreadable(because('influence:too-large', { most: limits.fileBytes / 1_000_000 }));
    return await readFile(file);
  } catch (trouble) {
    if (trouble instanceof Unreadable) throw trouble;
    throw new Unreadable(because('influence:no-file', { file }));
  }
}

/** A text from the JSON shape of the contract, or split from any file we read. */
export async function textOf(line: CommandLine, file: string): Promise<TracedText> {
  const bytes = await bytesOf(line, file);
  const looksJson = /^\s*[{[]/.test(
    bytes
      .subarray(0, 200)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  if (looksJson) {
    const text = documentFrom(parsed(bytes, file), file);
    assertLanguage(text.language, text.paragraphs.map((paragraph) => paragraph.text).join('\n'), text.id);
    warnOfRepeats(line, text);
    return text;
  }
  const clauses = await clausesIn(bytes);
  return {
    id: nameOf(file),
    language: languageOfClauses(clauses, nameOf(file)),
    paragraphs: clauses.map(({ id, text }) => ({ id, text })),
  };
}

export function nameOf(file: string): string {
  return file === '-' ? 'text' : basename(file, extname(file));
}

export function languageOfClauses(clauses: readonly Clause[], what: string): Language {
  const guess = languageOf(clauses.map((clause) => clause.text).join('\n'));
  if (guess.words >= 30 && guess.share < 0.13)
    throw new Unreadable(because('influence:language-none', { what }));
  return guess.language;
}

export async function asksOf(line: CommandLine, file: string): Promise<Ask[]> {
  const asks = asksFrom(parsed(await bytesOf(line, file), file), file);
  const said = new Map<string, string>();
  const named = new Set<string>();
  for (const ask of asks) {
    const plain = plainly(ask.text);
    if (plain === '') throw new Unreadable(because('influence:ask-empty', { id: ask.id }));
    if (named.has(ask.id)) throw new Unreadable(because('influence:ask-twice', { id: ask.id }));
    named.add(ask.id);
    const same = said.get(plain);
    if (same !== undefined)
      line.err(`${say(line, 'influence:same-asks', { first: same, second: ask.id })}\n`);
    else said.set(plain, ask.id);
    if (ask.language) assertLanguage(ask.language, ask.text, ask.id);
  }
  return asks;
}

function assertLanguage(stated: Language, text: string, what: string): void {
  const guess = languageOf(text);
  if (contradicts(stated, guess))
    throw new Unreadable(because('influence:language-other', { what, stated, found: guess.language }));
  if (guess.words >= 60 && guess.share < 0.1)
    throw new Unreadable(because('influence:language-none', { what }));
}

function warnOfRepeats(line: CommandLine, text: TracedText): void {
  const plain = text.paragraphs.map((paragraph) => plainly(paragraph.text));
  const count = plain.length - new Set(plain).size;
  if (count > 0) line.err(`${say(line, 'influence:same-paragraphs', { count })}\n`);
}

function parsed(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(decoded(bytes).replace(/^\uFEFF/, ''));
  } catch (trouble) {
    if (trouble instanceof Unreadable) throw trouble;
    throw new Unreadable(because('influence:not-json', { file }));
  }
}

function say(line: CommandLine, key: `influence:${string}`, values: Record<string, string | number>): string {
  const stated = line.options['language'];
  return explain(isLanguage(stated) ? stated : 'en', because(key, values));
}
