import { completeSubtrees, emptyRoot, joined, type Subtree, splitOf } from './tree.ts';

/** Hashes of complete subtrees, in the order asked. */
export type HashReader = (subtrees: readonly Subtree[]) => Promise<readonly Buffer[]>;

/** Leaves `from` up to `to`: one node of the tree of RFC 6962. */
type Span = readonly [from: number, to: number];

/** The tree's root when it had `size` leaves. */
export async function rootAt(size: number, read: HashReader): Promise<Buffer> {
  if (size === 0) return emptyRoot;
  return joined(await read(completeSubtrees(0, size)));
}

/** The audit path of a leaf, from its sibling up. @source RFC 6962 section 2.1.1 */
export async function inclusionPath(index: number, size: number, read: HashReader): Promise<Buffer[]> {
  if (index < 0 || index >= size) throw new RangeError(`The log has no leaf ${index} at size ${size}`);
  return await hashesOf(besideLeaf(index, [0, size]), read);
}

/** What shows that the log of `to` leaves begins with the log of `from` leaves. @source RFC 6962 section 2.1.2 */
export async function consistencyPath(from: number, to: number, read: HashReader): Promise<Buffer[]> {
  if (from < 0 || from > to) throw new RangeError(`The log cannot grow from ${from} to ${to}`);
  if (from === 0 || from === to) return [];
  return await hashesOf(besideOldTree(from, [0, to], true), read);
}

function besideLeaf(index: number, [from, to]: Span): Span[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...besideLeaf(index, [from, middle]), [middle, to]]
    : [...besideLeaf(index, [middle, to]), [from, middle]];
}

/** `known` says that the old root itself is this node's hash, so it need not be sent. */
function besideOldTree(oldSize: number, [from, to]: Span, known: boolean): Span[] {
  if (oldSize === to) return known ? [] : [[from, to]];
  const middle = from + splitOf(to - from);
  return oldSize <= middle
    ? [...besideOldTree(oldSize, [from, middle], known), [middle, to]]
    : [...besideOldTree(oldSize, [middle, to], false), [from, middle]];
}

/** All the subtrees of all the spans in one read. */
async function hashesOf(spans: readonly Span[], read: HashReader): Promise<Buffer[]> {
  const parts = spans.map(([from, to]) => completeSubtrees(from, to));
  const hashes = await read(parts.flat());
  let taken = 0;
  return parts.map((subtrees) => {
    const own = hashes.slice(taken, taken + subtrees.length);
    taken += subtrees.length;
    return joined(own);
  });
}
