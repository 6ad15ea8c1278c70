import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { isOpen, type MandateRequest } from '../rules/request.ts';
import { followLink } from '../store/links.ts';
import { insertPapers, listPapers, type Paper } from '../store/papers.ts';
import { changeRequest, findRequest } from '../store/requests.ts';
import { countStranger, refuseGuesser } from './strangers.ts';

/** What a request's link opens: that request and its documents' names. Wrong links are counted, and look like links that are over. */
export async function openRequest(
  world: World,
  token: string,
  network: string,
): Promise<{ request: MandateRequest; papers: readonly Paper[] }> {
  await refuseGuesser(world, network);
  const opened = isToken(token)
    ? await atomically(world, anonymous, async (tx) => {
        const request = await follow(tx, token);
        return request && { request, papers: await listPapers(tx, request.id) };
      })
    : undefined;
  if (opened) return opened;
  await countStranger(world, 'link', network);
  throw notFound();
}

/** Who goes on with a request: whoever holds its link, or the person who asked signed in. */
export type RequestKey = { readonly token: string } | { readonly actor: Actor; readonly requestId: string };

async function follow(tx: Tx, token: string): Promise<MandateRequest | undefined> {
  const id = await followLink(tx, hashToken(token));
  return id === undefined ? undefined : await findRequest(tx, id);
}

/** Whoever holds the link has the address: now staff see the request, and the city's people are told that it was made. */
export async function proveAddress(world: World, key: RequestKey, once?: Submission): Promise<void> {
  await change(world, key, once, async (tx, request, actor) => {
    if (isOpen(request)) return;
    if (request.stage !== 'unproven') throw new Refusal(because('mandates:request-over'));
    await changeRequest(tx, request.id, { stage: 'waiting' });
    await recordOf(tx, world, actor, request, 'mandates.asked');
    await enqueue(tx, 'mandates-tell-city', { requestId: request.id });
  });
}

/** What staff asked for: words, documents, or both. */
export async function answerMore(
  world: World,
  key: RequestKey,
  answer: { readonly words: string; readonly papers: readonly Paper[] },
  once?: Submission,
): Promise<void> {
  await change(world, key, once, async (tx, request, actor) => {
    if (request.stage !== 'more-asked') throw new Refusal(because('mandates:nothing-asked'));
    await insertPapers(tx, request.id, answer.papers);
    await changeRequest(tx, request.id, { stage: 'waiting', moreSaid: answer.words });
    await recordOf(tx, world, actor, request, 'mandates.more-said');
  });
}

export async function withdrawRequest(world: World, key: RequestKey, once?: Submission): Promise<void> {
  await change(world, key, once, async (tx, request, actor) => {
    if (request.stage === 'withdrawn') return;
    if (!isOpen(request) && request.stage !== 'unproven') throw new Refusal(because('mandates:request-over'));
    await changeRequest(tx, request.id, { stage: 'withdrawn' });
    await recordOf(tx, world, actor, request, 'mandates.withdrawn');
  });
}

async function change(
  world: World,
  key: RequestKey,
  once: Submission | undefined,
  work: (tx: Tx, request: MandateRequest, actor: Actor) => Promise<void>,
): Promise<void> {
  const actor = 'actor' in key ? key.actor : anonymous;
  await atomically(
    world,
    actor,
    async (tx) => {
      const request = 'actor' in key ? await findOwn(tx, key) : await followed(tx, key.token);
      if (!request) throw notFound();
      await work(tx, request, actor);
      return null;
    },
    { once },
  );
}

async function followed(tx: Tx, token: string): Promise<MandateRequest | undefined> {
  return isToken(token) ? await follow(tx, token) : undefined;
}

async function findOwn(
  tx: Tx,
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
): Promise<MandateRequest | undefined> {
  const request = await findRequest(tx, requestId);
  return request?.personId && request.personId === actor.personId ? request : undefined;
}

async function recordOf(
  tx: Tx,
  world: World,
  actor: Actor,
  request: MandateRequest,
  kind: `mandates.${string}`,
): Promise<void> {
  await recordAct(tx, world, actor, {
    kind,
    subject: { kind: 'mandate-request', id: request.id },
    cityId: request.cityId,
    capacity: 'requester',
    details: { name: request.name },
  });
}
