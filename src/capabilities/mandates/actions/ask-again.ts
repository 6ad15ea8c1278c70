import { anonymous } from '../../../kernel/actor.ts';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { followLink } from '../store/links.ts';
import { insertPapers, listPapers } from '../store/papers.ts';
import { changeRequest, findRequest, insertRequest } from '../store/requests.ts';
import { checkAsked } from './ask-for-mandate.ts';
import { cityAndRole, linkPath, postLetter, tokenOf } from './letters.ts';

/**
 * The same request as a new one, after staff asked for it: a channel recorded meanwhile may then verify it, for it was recorded
 * before. The new link goes to the same address, which opens it once more. @returns nothing; the old request is over
 */
export async function askAgain(world: World, token: string, once?: Submission): Promise<void> {
  await atomically(
    world,
    anonymous,
    async (tx) => {
      const oldId = isToken(token) ? await followLink(tx, hashToken(token)) : undefined;
      const old = oldId && (await findRequest(tx, oldId));
      if (!old) throw notFound();
      if (old.stage !== 'more-asked' || old.kind !== 'own' || old.personId)
        throw new Refusal(because('mandates:nothing-asked'));
      await checkAsked(tx, world, old);
      const id = world.newId();
      const papers = (await listPapers(tx, old.id)).map((paper) => ({ ...paper, id: world.newId() }));
      await insertRequest(tx, {
        ...old,
        id,
        tokenHash: hashToken(tokenOf(world, id)),
        kind: 'own',
        stage: 'unproven',
        personId: null,
      });
      await insertPapers(tx, id, papers);
      await changeRequest(tx, old.id, { stage: 'withdrawn' });
      await recordAct(tx, world, anonymous, {
        kind: 'mandates.asked-again',
        subject: { kind: 'mandate-request', id: old.id },
        cityId: old.cityId,
        capacity: 'requester',
        details: { name: old.name },
      });
      await postLetter(tx, world, old, {
        subject: 'mail.prove-subject',
        paragraphs: ['mail.prove', 'mail.prove-not-you'],
        values: await cityAndRole(tx, old),
        path: linkPath(world, id),
      });
      return null;
    },
    { once },
  );
}
