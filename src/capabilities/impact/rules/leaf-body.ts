import { createHash } from 'node:crypto';
import { type Entry, type Evidence, subjectKey } from './entry.ts';

/** What a leaf of the public log may hold. */
type LeafBody = Readonly<Record<string, string | number | boolean>>;

/** The entry as one canonical text: hashed into the log, shown by the entry's page so that anyone can hash it again. */
export function entryText(entry: Entry, evidence: readonly Evidence[]): string {
  return JSON.stringify({
    kind: entry.kind,
    subject: subjectKey(entry.subject),
    on: said(entry.on),
    amountMinor: entry.amount ? String(entry.amount.amountMinor) : null,
    currency: entry.amount?.currency ?? null,
    usdMinor: entry.usd ? String(entry.usd.amountMinor) : null,
    count: entry.count ? String(entry.count.value) : null,
    countUnit: entry.count?.unit ?? null,
    qualifier: entry.qualifier,
    objective: entry.objective,
    statement: entry.statement,
    evidence: evidence.map((piece) => [
      piece.title,
      piece.source,
      piece.address,
      piece.fileSha256,
      piece.on && said(piece.on),
    ]),
  });
}

/** What the public log says of a public entry: plain facts, and the hash of its words and evidence. */
export function entryLeaf(entry: Entry, evidence: readonly Evidence[]): LeafBody {
  return {
    claimKind: entry.kind,
    subject: subjectKey(entry.subject),
    on: said(entry.on),
    objective: entry.objective,
    entrySha256: sha256(entryText(entry, evidence)),
    ...(entry.amount
      ? { amountMinor: String(entry.amount.amountMinor), currency: entry.amount.currency }
      : {}),
    ...(entry.usd ? { usdMinor: String(entry.usd.amountMinor) } : {}),
    ...(entry.count ? { count: String(entry.count.value), countUnit: entry.count.unit } : {}),
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function said({ date, precision }: Entry['on']): string {
  return date.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}
