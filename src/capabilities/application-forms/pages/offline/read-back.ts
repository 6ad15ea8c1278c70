import { because, type Reason } from '../../../../kernel/refusal.ts';
import type { Answer, Answers, FormVersion } from '../../rules/form.ts';
import { isAnswered, questionsOf } from '../../rules/questions.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { staysOnline } from './carried.ts';
import { readHtml } from './read-html.ts';
import { readWord } from './read-word.ts';
import { type ExportHeader, unsealed } from './seal.ts';
import { largestFileBytes, refused } from './unpack.ts';

/** What a file carried, before anybody asks where it came from. */
export interface Carried {
  /** By question key; undefined: it stands in the file, unanswered. */
  readonly found: readonly (readonly [string, Answer | undefined])[];
  /** Question keys that the file itself speaks of. */
  readonly keys: readonly string[];
  /** Where the seal stands. */
  readonly text: string;
}

interface Expected {
  readonly applicationId: string;
  /** `world.secrets.keyFor('application form exports')`, as for `ExportMeta`. */
  readonly key: Uint8Array;
  readonly terms?: WindowTerms | undefined;
}

export interface ReadBack {
  readonly kind: 'word' | 'html';
  /** What the file says about itself, when its seal is whole. */
  readonly header: ExportHeader | undefined;
  readonly answers: Answers;
  /** Questions the file could speak of: give them to `differenceOf`, so that what it does not ask is not "taken away". */
  readonly readable: readonly string[];
  /** Each a sentence to show above the difference; nothing here stops a person from accepting parts of it. */
  readonly warnings: readonly Reason[];
}

/**
 * Reads a form that was filled away from the platform. What is odd about the file is said, and what can be read is given.
 * @throws Refusal with its sentence for what is no such file at all: macros, another kind under this name, too large, damaged
 */
export async function readBack(bytes: Uint8Array, form: FormVersion, expected: Expected): Promise<ReadBack> {
  if (bytes.length > largestFileBytes) throw refused('too-large');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(file);
  const carried =
    kind === 'word' ? await readWord(file, form, expected.terms) : readHtml(file.toString('utf8'), form);
  const seal = unsealed(carried.text, expected.key);
  const answers = Object.fromEntries(
    carried.found.flatMap(([key, answer]) => (answer && isAnswered(answer) ? [[key, answer]] : [])),
  );
  return {
    kind,
    header: 'header' in seal ? seal.header : undefined,
    answers,
    readable: carried.found.map(([key]) => key),
    warnings: [
      ...('broken' in seal ? [warning(`seal-${seal.broken}`)] : headerWarnings(seal.header, form, expected)),
      ...keyWarnings(carried, form),
    ],
  };
}

/** By content, whatever the name says. */
function kindOf(file: Buffer): 'word' | 'html' {
  if (file.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'word';
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') throw refused('old-word');
  if (file.subarray(0, 4).toString('latin1') === '%PDF') throw refused('pdf');
  if (/^(?:\ufeff)?\s*<(?:!doctype html|html)/i.test(file.subarray(0, 400).toString('utf8'))) return 'html';
  throw refused('other-kind');
}

function headerWarnings(header: ExportHeader, form: FormVersion, expected: Expected): Reason[] {
  const warnings: Reason[] = [];
  if (header.application === '') warnings.push(warning('blank-form'));
  else if (header.application !== expected.applicationId) warnings.push(warning('other-application'));
  if (header.form !== form.id)
    warnings.push(
      because('application-forms:back.other-version', { theirs: header.version, ours: form.version }),
    );
  return warnings;
}

function keyWarnings({ found, keys }: Carried, form: FormVersion): Reason[] {
  const known = new Set(questionsOf(form).map(({ key }) => key));
  const strange = keys.filter((key) => !known.has(key));
  const read = new Set(found.map(([key]) => key));
  const missing = questionsOf(form).filter((question) => !staysOnline(question) && !read.has(question.key));
  return [
    ...(strange.length > 0
      ? [
          because('application-forms:back.strange-keys', {
            n: strange.length,
            keys: strange.slice(0, 5).join(', ').slice(0, 200),
          }),
        ]
      : []),
    ...(read.size === 0
      ? [warning('nothing-read')]
      : missing.length > 0
        ? [because('application-forms:back.missing-questions', { n: missing.length })]
        : []),
  ];
}

function warning(key: string): Reason {
  return because(`application-forms:back.${key}`);
}
