import { z } from 'zod';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { listActs } from '../../../../platform/audit/act.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { text, version } from '../../../../platform/forms/fields.ts';
import { freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { proposeChange } from '../../actions/propose-change.ts';
import { refuseClaim } from '../../actions/refuse-claim.ts';
import { takeBackClaim } from '../../actions/take-back-claim.ts';
import { verifyChange } from '../../actions/verify-change.ts';
import { verifyClaim } from '../../actions/verify-claim.ts';
import { words } from '../../messages/index.ts';
import { readClaimPage } from '../../store/claim-page.ts';
import type { RefusedAct } from './claim-acts.tsx';
import { ClaimPage } from './claim-page.tsx';

const onVersion = z.object({ version: version() });
const withReason = z.object({ version: version(), reason: text(600) });

export async function claimAsked(visit: Visit) {
  const { world, actor, language } = visit;
  const id = visit.param('id');
  const found = isUuid(id)
    ? await reading(world, actor, async (tx) => {
        const page = await readClaimPage(tx, id, language);
        return page && { page, acts: await listActs(tx, { subject: { kind: 'claim', id } }) };
      })
    : undefined;
  if (!found) throw notFound();
  return found;
}

export async function showClaim(visit: Visit): Promise<Response> {
  return await claimPage(visit);
}

/** @param refused the form that came back, by the act it belongs to */
async function claimPage(visit: Visit, refused?: RefusedAct): Promise<Response> {
  const { page, acts } = await claimAsked(visit);
  const form = (act: string) => (refused?.act === act ? refused.state : freshForm(visit.world));
  return visit.show({
    title: `${page.entry.subjectName}: ${words(visit.language)(`kind.${page.entry.kind}`)}`,
    body: <ClaimPage {...{ visit, page, acts, form, refused }} />,
    hasProblems: refused !== undefined,
  });
}

const pathOf = (visit: Visit) => `/workspace/impact/claims/${visit.param('id')}`;

export async function sendVerification(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: onVersion,
    act: async (input, once) => {
      const { page } = await claimAsked(visit);
      const on = { claimId: visit.param('id'), ...input };
      const verify = page.openChange ? verifyChange : verifyClaim;
      await verify(visit.world, visit.actor, on, once);
      return pathOf(visit);
    },
    again: (state) => claimPage(visit, { act: 'verification', state }),
  });
}

export async function sendRefusal(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: withReason,
    act: async (input, once) => {
      await refuseClaim(visit.world, visit.actor, { claimId: visit.param('id'), ...input }, once);
      return pathOf(visit);
    },
    again: (state) => claimPage(visit, { act: 'refusal', state }),
  });
}

export async function sendTakingBack(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: onVersion,
    act: async (input, once) => {
      await takeBackClaim(visit.world, visit.actor, { claimId: visit.param('id'), ...input }, once);
      return pathOf(visit);
    },
    again: (state) => claimPage(visit, { act: 'taking-back', state }),
  });
}

/** Withdrawals and confirmations say nothing anew: a reason is enough. */
export function sendProposal(kind: 'withdrawal' | 'confirmation') {
  return async (visit: Visit): Promise<Response> =>
    await submitForm(visit, {
      schema: withReason,
      act: async (input, once) => {
        const change = { claimId: visit.param('id'), kind, says: null, evidence: [], ...input };
        await proposeChange(visit.world, visit.actor, change, once);
        return pathOf(visit);
      },
      again: (state) => claimPage(visit, { act: kind, state }),
    });
}
