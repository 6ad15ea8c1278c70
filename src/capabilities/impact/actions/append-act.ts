import type { Tx } from '../../../platform/database/atomically.ts';
import { appendLeaf, commitTo, type PublicAct } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import type { Entry, Evidence } from '../rules/entry.ts';
import { entryLeaf, entryText } from '../rules/leaf-body.ts';

interface LoggedAct {
  readonly kind: 'claim-verified' | 'claim-corrected' | 'claim-withdrawn' | 'claim-confirmed';
  readonly claimId: string;
  readonly changeId?: string;
  readonly decidedAs: string;
  readonly entry: Entry;
  readonly evidence: readonly Evidence[];
}

/**
 * Tells the public log what was decided. Of an entry that is not public it tells only that there is one, and a
 * commitment to it. Call last: from here to the commit nobody else can append.
 */
export async function appendAct(tx: Tx, world: World, act: LoggedAct): Promise<number> {
  const body: PublicAct['body'] = {
    claimId: act.claimId,
    decidedAs: act.decidedAs,
    ...(act.changeId ? { changeId: act.changeId } : {}),
    ...(act.entry.visibility === 'public'
      ? entryLeaf(act.entry, act.evidence)
      : await committed(tx, world, entryText(act.entry, act.evidence))),
  };
  const { index } = await appendLeaf(tx, { kind: act.kind, at: world.now(), body });
  return index;
}

async function committed(tx: Tx, world: World, text: string): Promise<PublicAct['body']> {
  const saltId = world.newId();
  return { saltId, commitment: await commitTo(tx, saltId, text, world.randomBytes(32)) };
}
