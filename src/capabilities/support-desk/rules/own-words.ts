// oxlint-disable-next-line no-control-regex -- control and direction signs hide what a text says
const hidden = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;
// oxlint-disable-next-line no-control-regex -- what no text has
const neverInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** One line of plain text for a name or a subject, at most so long: nothing of it can start a new header or a new line. */
export function oneLine(text: string, most: number): string {
  const plain = text.replaceAll(hidden, ' ').toWellFormed();
  return Array.from(plain.replaceAll(/\s+/g, ' ').trim()).slice(0, most).join('');
}

/** A mail's text as it can be stored: no NUL, no broken sign, at most so long. */
export function storable(text: string, most = 50_000): string {
  return text.replaceAll(neverInText, '').toWellFormed().replaceAll('\r\n', '\n').slice(0, most).trim();
}

/** What the writer added: the quoted mail at the end is left out, for the thread has it already. The whole mail is kept elsewhere. */
export function ownWords(text: string): string {
  const lines = text.split('\n');
  let end = lines.length;
  while (end > 0 && /^\s*(?:>.*)?$/.test(lines[end - 1] ?? '')) end -= 1;
  if (end === lines.length || !lines.slice(end).some((line) => line.includes('>'))) return text.trim();
  // The line above a quote names who wrote when, and ends in a colon in all of our languages.
  while (end > 0 && /^\s*$/.test(lines[end - 1] ?? '')) end -= 1;
  if (/[:：]\s*$/.test(lines[end - 1] ?? '')) end -= 1;
  const own = lines.slice(0, end).join('\n').trim();
  return own === '' ? text.trim() : own;
}

/** Much of the text could not be read: it came in another alphabet's encoding than it said. */
export function isGarbled(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  return lost > 3 && lost > text.length * 0.02;
}
