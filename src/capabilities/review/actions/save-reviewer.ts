import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotRun } from '../permissions.ts';
import { findReviewer, lockReviewer, type ReviewerSaid, saveReviewerRow } from '../store/reviewers.ts';
import { listRounds } from '../store/rounds.ts';
import { findConflicts } from './find-conflicts.ts';

/** Makes somebody a reviewer, or says anew what they take. Conflicts of rounds under way are looked for again. */
export async function saveReviewer(
  world: World,
  actor: Actor,
  said: ReviewerSaid & { readonly version: number },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      if (!actor.personId) throw new Refusal(because('review:runners-only'), 403);
      const version = await lockReviewer(tx, said.personId);
      if (version !== said.version) {
        const now = await findReviewer(tx, said.personId);
        throw new Stale(
          {
            languages: now?.languages.join('\n') ?? '',
            expertise: now?.expertise.join('\n') ?? '',
            countries: now?.countries.join(' ') ?? '',
            mostReviews: String(now?.mostReviews ?? ''),
          },
          version,
        );
      }
      await saveReviewerRow(tx, said, actor.personId);
      for (const { windowId, state } of await listRounds(tx))
        if (state !== 'closed') await findConflicts(tx, world, windowId);
      await recordAct(tx, world, actor, {
        kind: 'review.reviewer-saved',
        subject: { kind: 'person', id: said.personId },
      });
    },
    { once },
  );
}
