import type { Actor } from '../../../kernel/actor.ts';
import type { World } from '../../../world.ts';
import { printedCode, printedCodeCount } from '../rules/printed-codes.ts';
import { replacePrintedCodes } from '../store/credentials.ts';
import { changeWaysIn } from './change-ways-in.ts';
import { hashPrintedCode } from './second-factor.ts';

/** Ten new codes; the old ones end. They are seen this once: only their hashes are kept. */
export async function printCodes(world: World, actor: Actor): Promise<string[]> {
  return await changeWaysIn(world, actor, async (tx, personId) => {
    const codes = Array.from({ length: printedCodeCount }, () => printedCode(world.randomBytes(10)));
    await replacePrintedCodes(
      tx,
      personId,
      codes.map((code) => hashPrintedCode(world, personId, code)),
    );
    return { kind: 'people.codes-printed', mail: 'mail-printed-codes-made', result: codes };
  });
}
