import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findSourceAt, insertSource } from '../store/sources.ts';

/** The source at this address: the one already known, or a new one that staff name now. Gives its id. */
export async function recordSource(
  tx: Tx,
  world: World,
  named: { readonly address: string; readonly title: string; readonly publisher: string },
): Promise<string> {
  const known = await findSourceAt(tx, named.address);
  if (known) return known;
  const id = world.newId();
  const { address, title, publisher } = named;
  await insertSource(tx, {
    id,
    slug: `s-${id}`,
    title,
    kind: 'web-page',
    address,
    publisher,
    date: null,
    language: null,
  });
  return id;
}
