import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { citiesAtOnce, inviteCities } from '../../actions/invite-cities.ts';
import { planInvitations } from '../../actions/plan-invitations.ts';
import { words } from '../../messages/index.ts';
import { findActivity } from '../../store/activities.ts';
import { home, idIn, todayIn } from '../frame.ts';
import { InviteForm } from './invite-form.tsx';

const inviteAnswers = z.object({
  cities: optionalText(4000).transform((value) => (value ?? '').split('\n').filter(isUuid)),
  chosen: optionalText(4000).transform((value) => (value ?? '').split('\n').filter(isUuid)),
  reason: optionalText(600),
});

export async function showInvite(visit: Visit): Promise<Response> {
  const chosen = visit.url.searchParams.getAll('city').filter(isUuid).slice(0, citiesAtOnce);
  return await invitePage(visit, chosen, freshForm(visit.world, { chosen: chosen.join('\n') }));
}

/** Every letter before it goes out, and what stands in the way of each. */
async function invitePage(visit: Visit, cityIds: readonly string[], form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const { activity, plans } = await reading(world, actor, async (tx) => {
    const activity = await findActivity(tx, idIn(visit, 'id'));
    if (!activity) throw notFound();
    return { activity, plans: await planInvitations(tx, activity, cityIds, todayIn(visit)) };
  });
  const path = `${home}/activities/${activity.id}`;
  return visit.show({
    title: t('invite-cities'),
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(home), label: t('programme') },
            { href: visit.href(path), label: activity.title[language] },
            { href: visit.href(`${path}/reach`), label: t('whom-to-reach') },
          ]}
        />
        <PageHead title={t('invite-cities')} kind={activity.title[language]} lead={t('invite-lead')} />
        {plans.length === 0 ? (
          <EmptyState
            title={t('no-city-ticked')}
            action={{ href: visit.href(`${path}/reach`), label: t('whom-to-reach') }}
          >
            {t('no-city-ticked-why')}
          </EmptyState>
        ) : (
          <InviteForm visit={visit} action={visit.href(`${path}/invitations`)} plans={plans} form={form} />
        )}
      </>
    ),
  });
}

export async function sendInvitations(visit: Visit): Promise<Response> {
  const activityId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: inviteAnswers,
    act: async ({ chosen, reason }, once) => {
      const said = { activityId, cityIds: chosen, reason };
      const { batchId, sent, asked } = await inviteCities(visit.world, visit.actor, said, once);
      return `${home}/activities/${activityId}/batches/${batchId}?${new URLSearchParams({ sent: String(sent), asked: String(asked) })}`;
    },
    again: (state) =>
      invitePage(
        visit,
        (state.answers['cities'] ?? '').split('\n').filter(isUuid).slice(0, citiesAtOnce),
        state,
      ),
  });
}
