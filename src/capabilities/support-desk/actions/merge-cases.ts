import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import type { Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotMove } from '../permissions.ts';
import { referencesIn } from '../rules/reference.ts';
import { changeCase, findCaseByReference, listMergedCases, lockCase, markStage } from '../store/cases.ts';
import { insertMessage } from '../store/messages.ts';
import { changeByDesk } from './change-case.ts';
import { postLetter } from './letters.ts';
import type { OnCase } from './locked-case.ts';
import { linkFor } from './secure-links.ts';
import { tellAnswered } from './tell-asked.ts';

/**
 * The same question asked twice goes on in one case. Both threads stay as they are, and each person sees only their own; whoever
 * asked in the merged one is told, unless it is the same address.
 */
export async function mergeCases(
  world: World,
  actor: Actor,
  asked: OnCase & { readonly into: string },
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    refuseIf(whyNotMove(actor, found, 'merge'));
    const named = await findCaseByReference(tx, referencesIn(asked.into));
    const target = named && named.id !== found.id ? await lockCase(tx, named.id) : undefined;
    if (!target || target.stage === 'merged' || target.stage === 'set-aside')
      throw atInto('support-desk:no-such-case');
    if (found.cityId !== null && target.cityId !== null && found.cityId !== target.cityId)
      throw atInto('support-desk:other-city');
    for (const earlier of await listMergedCases(tx, found.id))
      await changeCase(tx, earlier.id, { merged_into: target.id });
    await markStage(tx, found.id, 'merged', world.now(), { merged_into: target.id });
    await tellAnswered(tx, world, found);
    // Whoever replies next sees that there is more to answer.
    await changeCase(tx, target.id, {});
    if (found.requesterEmail !== target.requesterEmail) {
      const text = words(found.language)('mail.merged', { reference: found.reference });
      const link = await linkFor(tx, world, {
        caseId: found.id,
        audience: 'requester',
        language: found.language,
      });
      const messageId = await postLetter(tx, world, found, { text, link });
      await insertMessage(tx, {
        id: world.newId(),
        caseId: found.id,
        direction: 'out',
        channel: 'mail',
        automatic: true,
        fromName: 'Mayors Migration Council',
        body: text,
        messageId,
      });
    }
    return { kind: 'support-desk.merged', details: { into: target.reference } };
  });
}

function atInto(key: 'support-desk:no-such-case' | 'support-desk:other-city'): Refusal {
  return Object.assign(new Refusal(because(key)), { field: 'into' });
}
