import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotDecide } from '../permissions.ts';
import type { MandateRequest } from '../rules/request.ts';
import { changeRequest, lockRequest } from '../store/requests.ts';
import { cityAndRole, linkPath, postLetter } from './letters.ts';

interface Said {
  readonly requestId: string;
  /** For the requester, in their language. */
  readonly words: string;
}

/** Refuses, with a reason that is mailed in the requester's language around the words of whoever refuses. */
export async function refuseRequest(
  world: World,
  actor: Actor,
  said: Said,
  once?: Submission,
): Promise<void> {
  await decide(world, actor, said, once, 'refused');
}

/** Asks the requester for what is missing; their link takes the answer. */
export async function askForMore(world: World, actor: Actor, said: Said, once?: Submission): Promise<void> {
  await decide(world, actor, said, once, 'more-asked');
}

async function decide(
  world: World,
  actor: Actor,
  { requestId, words }: Said,
  once: Submission | undefined,
  kind: 'refused' | 'more-asked',
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const request = await lockRequest(tx, requestId);
      if (!request) throw notFound();
      refuseIf(whyNotDecide(actor, request));
      const change =
        kind === 'refused' ? { decidedBy: actor.personId, decidedWhy: words } : { moreAsked: words };
      await changeRequest(tx, requestId, { stage: kind, ...change });
      await recordAct(tx, world, actor, {
        kind: `mandates.${kind}`,
        subject: { kind: 'mandate-request', id: requestId },
        cityId: request.cityId,
        details: { name: request.name },
      });
      await tell(tx, world, request, kind, words);
      return null;
    },
    { once },
  );
}

async function tell(
  tx: Tx,
  world: World,
  request: MandateRequest,
  what: 'refused' | 'more-asked',
  why: string,
): Promise<void> {
  const said = await cityAndRole(tx, request);
  await postLetter(tx, world, request, {
    subject: `mail.${what}-subject`,
    paragraphs: [`mail.${what}`, `mail.${what}-next`],
    values: (language) => ({ ...said(language), why }),
    path: request.personId ? `/portal/mandates/requests/${request.id}` : linkPath(world, request.id),
  });
}
