import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { remindAfterDays } from '../../rules/answer.ts';
import { words } from '../../messages/index.ts';
import { findActivity } from '../../store/activities.ts';
import { listWaitingExceptions } from '../../store/exceptions.ts';
import { listInvitations } from '../../store/invitations.ts';
import { home, idIn } from '../frame.ts';
import { ConsentsWaiting } from './consents-waiting.tsx';

/** What went out with one press, and what happens next. */
export async function showBatch(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const seen = await reading(world, actor, async (tx) => {
    const activity = await findActivity(tx, idIn(visit, 'id'));
    if (!activity) throw notFound();
    return {
      activity,
      sent: await listInvitations(tx, { activityId: activity.id, batchId: idIn(visit, 'batch') }),
      consents: await listWaitingExceptions(tx, activity.id),
    };
  });
  const { activity, sent, consents } = seen;
  const path = `${home}/activities/${activity.id}`;
  return visit.show({
    title: t('invitations-sent', { n: sent.length }),
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(home), label: t('programme') },
            { href: visit.href(path), label: activity.title[language] },
          ]}
        />
        <Confirmation title={t('invitations-sent', { n: sent.length })}>
          <p>{t('after-sending', { days: remindAfterDays })}</p>
          {consents.length > 0 && <p>{t('after-asking')}</p>}
        </Confirmation>
        <ConsentsWaiting visit={visit} consents={consents} />
        <p>
          <a href={visit.href(`${path}/invitations`)}>{t('see-invitations')}</a>
        </p>
        <p>
          <a href={visit.href(`${path}/reach`)}>{t('whom-to-reach')}</a>
        </p>
      </>
    ),
  });
}
