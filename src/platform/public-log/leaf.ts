/** What a leaf may say: plain words and whole numbers, hashes and ids. Never a person's name, address or anything of theirs. */
export type LeafBody = Readonly<Record<string, string | number | boolean>>;

/** A public act, as it enters the log. */
export interface PublicAct {
  /** Kebab-case, e.g. `call-opened`, `claim-verified`. */
  readonly kind: string;
  readonly at: Date;
  readonly body: LeafBody;
}

/** Entry bundles give each entry's length in two bytes. */
const longestLeaf = 65_535;

/**
 * The exact bytes hashed and stored: canonical JSON, keys sorted (RFC 8785 for the values we allow).
 * @throws RangeError for what must not enter a log that can never forget: fractions, odd text, e-mail addresses, too much
 */
export function leafBytes(act: PublicAct): Buffer {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(act.kind))
    throw new RangeError(`Not a kind of act: "${act.kind}"`);
  for (const [key, value] of Object.entries(act.body)) assertMayEnter(key, value);
  const bytes = Buffer.from(
    `{"at":"${act.at.toISOString()}","body":${sortedJson(act.body)},"kind":"${act.kind}"}`,
  );
  if (bytes.length > longestLeaf)
    throw new RangeError(`A leaf has at most ${longestLeaf} bytes, not ${bytes.length}`);
  return bytes;
}

/** The act a leaf tells; undefined when the bytes are not one written by `leafBytes`. */
export function readLeaf(bytes: Buffer): PublicAct | undefined {
  try {
    const { at, body, kind } = JSON.parse(bytes.toString('utf8')) as {
      at: string;
      body: LeafBody;
      kind: string;
    };
    const act = { kind, at: new Date(at), body };
    return leafBytes(act).equals(bytes) ? act : undefined;
  } catch {
    return undefined;
  }
}

function sortedJson(body: LeafBody): string {
  const keys = Object.keys(body).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(body[key])}`).join(',')}}`;
}

function assertMayEnter(key: string, value: unknown): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(key)) throw new RangeError(`Not a leaf's key: "${key}"`);
  if (typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`"${key}" must be a whole number: write others as text`);
    return;
  }
  if (typeof value !== 'string') throw new RangeError(`"${key}" must be text, a whole number or yes or no`);
  if (!value.isWellFormed()) throw new RangeError(`"${key}" is not well-formed text`);
  if (/[^\s@]@[^\s@]+\.[^\s@]/.test(value))
    throw new RangeError(`"${key}" looks like an e-mail address: the log cannot forget`);
}
