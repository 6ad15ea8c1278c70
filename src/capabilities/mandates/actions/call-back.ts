import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import type { World } from '../../../world.ts';
import { findPersonByAddress, grantRoleOnMandate, inviteOnMandate } from '../../people/index.ts';
import type { MandateVerified } from '../index.ts';
import { words } from '../messages/index.ts';
import { whyNotCallBack } from '../permissions.ts';
import { standingOf, whyNotThrough } from '../rules/channel.ts';
import type { MandateRequest } from '../rules/request.ts';
import { type CallBack, findChannel, insertCallBack, listCallBacks } from '../store/channels.ts';
import { changeRequest, listTerms, lockRequest } from '../store/requests.ts';
import { cityAndRole, postLetter } from './letters.ts';

/**
 * Logs a call through a channel known before. When it is the last confirmation that the role needs, the mandate begins: the person
 * is brought in, given the role and told, all in this transaction. @returns whether it is verified now
 */
export async function callBack(
  world: World,
  actor: Actor,
  call: Omit<CallBack, 'id' | 'byPerson'>,
  once?: Submission,
): Promise<{ verified: boolean }> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const request = await lockRequest(tx, call.requestId);
      if (!request) throw notFound();
      const earlier = await listCallBacks(tx, request.id);
      const confirmedBy = earlier.flatMap((one) => (one.outcome === 'confirmed' ? one.byPerson : []));
      refuseIf(whyNotCallBack(actor, request, confirmedBy, world.now()));
      await refuseUnknownChannel(tx, call.channelId, request);
      if (call.reachedAt.getTime() < minuteOf(request.askedAt) || call.reachedAt > world.now())
        throw Object.assign(new Refusal(because('mandates:call-not-since')), { field: 'reachedAt' });
      const byPerson = actor.personId ?? '';
      await insertCallBack(tx, { ...call, id: world.newId(), byPerson });
      await recordAct(tx, world, actor, {
        kind: 'mandates.called-back',
        subject: { kind: 'mandate-request', id: request.id },
        cityId: request.cityId,
        details: { name: request.name, outcome: call.outcome.replaceAll('-', '') },
      });
      const needed =
        (await listTerms(tx)).find(({ role }) => role === request.role)?.staffNeeded ??
        Number.POSITIVE_INFINITY;
      const { isEnough } = standingOf([...earlier, { byPerson, outcome: call.outcome }], needed);
      if (isEnough) await verify(tx, world, actor, request);
      return { verified: isEnough };
    },
    { once },
  );
}

/** Calls are noted by the minute. */
function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000) * 60_000;
}

async function refuseUnknownChannel(tx: Tx, channelId: string, request: MandateRequest): Promise<void> {
  const channel = await findChannel(tx, channelId);
  const reason = channel ? whyNotThrough(channel, request) : because('platform:unknown-reference');
  if (reason) throw Object.assign(new Refusal(reason), { field: 'channelId' });
}

/** The request's id becomes the mandate's. A person with that address is found again, whoever asked. */
async function verify(tx: Tx, world: World, actor: Actor, request: MandateRequest): Promise<void> {
  const today = dayInUtc(world.now());
  if (request.to < today) throw new Refusal(because('mandates:over-already'));
  const from = request.from < today ? today : request.from;
  const known = request.personId ?? (await findPersonByAddress(tx, request.email));
  const personId = known ?? world.newId();
  const { id, cityId, role, to, name, email, language } = request;
  await changeRequest(tx, id, { stage: 'verified', personId, decidedBy: actor.personId });
  await inviteOnMandate(tx, world, actor, { personId, isNew: !known, name, email, language });
  const basis = words('en')('basis', { kind: words('en')(`document.${request.documentKind}`) });
  const grant = { id, personId, role, cityId, organisationId: null, from, to, basis };
  await grantRoleOnMandate(tx, world, actor, grant);
  await recordAct(tx, world, actor, {
    kind: 'mandates.verified',
    subject: { kind: 'mandate-request', id },
    cityId,
    details: { name, until: to },
  });
  const said = await cityAndRole(tx, request);
  await postLetter(tx, world, request, {
    subject: 'mail.verified-subject',
    paragraphs: ['mail.verified', 'mail.verified-next'],
    values: (language) => ({
      ...said(language),
      from: formatDate(language, from),
      to: formatDate(language, to),
    }),
    path: `/portal/cities/${cityId}/hand-over`,
  });
  const payload: MandateVerified = { grantId: id, requestId: id, personId, cityId, role, from, until: to };
  await announce(tx, world, { kind: 'mandate-verified', payload: { ...payload } });
}
