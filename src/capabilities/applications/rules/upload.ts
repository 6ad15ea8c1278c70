import { because, type Reason } from '../../../kernel/refusal.ts';

/** One attachment may weigh this much; a limit is said before the first byte is taken. */
export const largestFileBytes = 20_000_000;
export const longestNameLetters = 200;

/** Endings that name a kind by more than one spelling. */
const spellings: Readonly<Record<string, string>> = { jpeg: 'jpg', text: 'txt', csv: 'txt', md: 'txt' };

// oxlint-disable-next-line no-control-regex -- control and direction signs hide what a name is
const dangerous = /[\u0000-\u001f\u007f"<>:|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The last part of a name, without what could act in a header or a path. */
export function plainName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(dangerous, '').trim().slice(-longestNameLetters) || 'file';
}

/** The name says one kind, the content another. */
export function whyRenamed(name: string, kind: string): Reason | undefined {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  if (!ending) return undefined;
  return (spellings[ending] ?? ending) === kind
    ? undefined
    : because('applications:file-renamed', { says: ending.toUpperCase(), is: kind.toUpperCase() });
}

export function whyTooLarge(bytes: number): Reason | undefined {
  return bytes > largestFileBytes
    ? because('files:too-large', { megabytes: largestFileBytes / 1_000_000 })
    : undefined;
}
