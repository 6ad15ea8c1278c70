import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound, refuseIf } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { answerInvitation } from '../../actions/answer-invitation.ts';
import { factsOfCity } from '../../actions/facts-of-city.ts';
import { words } from '../../messages/index.ts';
import { whyNotAnswerFor } from '../../permissions.ts';
import { standingOf } from '../../rules/activity.ts';
import { findActivity } from '../../store/activities.ts';
import { findInvitation } from '../../store/invitations.ts';
import { factsOfActivity } from '../about-activity.tsx';
import { InvitationAnswerForm, invitationAnswers } from '../answer-form.tsx';
import { idIn, todayIn } from '../frame.ts';

const pathOf = (visit: Visit) => `/portal/cities/${idIn(visit, 'city')}/invitations/${idIn(visit, 'id')}`;

/** One invitation of the reader's city; of another it is not there. */
async function readOwn(visit: Visit) {
  const cityId = idIn(visit, 'city');
  refuseIf(whyNotAnswerFor(visit.actor, cityId), 404);
  return await reading(visit.world, visit.actor, async (tx) => {
    const invitation = await findInvitation(tx, { id: idIn(visit, 'id') });
    const activity = invitation && (await findActivity(tx, invitation.activityId));
    if (!activity || invitation.cityId !== cityId) throw notFound();
    return { invitation, activity, known: await factsOfCity(tx, cityId, todayIn(visit)) };
  });
}

export async function showInvitation(visit: Visit): Promise<Response> {
  return await invitationPage(visit, freshForm(visit.world));
}

async function invitationPage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { invitation, activity, known } = await readOwn(visit);
  const over = standingOf(activity, todayIn(visit)) === 'over';
  const stands = invitation.answer === 'no';
  return visit.show({
    title: activity.title[language],
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(`/portal/cities/${invitation.cityId}/programme`), label: t('open-to-you') },
          ]}
        />
        <PageHead
          title={activity.title[language]}
          kind={t(`kind.${activity.kind}`)}
          lead={activity.about[language]}
          facts={factsOfActivity(language, activity, known.facts.timeZone)}
        />
        {over && <Notice tone="stopped">{t('activity-over')}</Notice>}
        {invitation.answer && <p>{t(`said.${invitation.answer}`)}</p>}
        {!over && stands && <Notice>{t('no-stands')}</Notice>}
        {!over && !stands && (
          <section>
            <h2>{t('will-you-take-part')}</h2>
            <InvitationAnswerForm
              language={language}
              action={visit.href(pathOf(visit))}
              form={form}
              said={{
                answer: invitation.answer,
                reason: invitation.answerReason,
                laterOn: invitation.laterOn,
              }}
            />
          </section>
        )}
      </>
    ),
  });
}

export async function sendAnswer(visit: Visit): Promise<Response> {
  const [cityId, invitationId] = [idIn(visit, 'city'), idIn(visit, 'id')];
  refuseIf(whyNotAnswerFor(visit.actor, cityId), 404);
  return await submitForm(visit, {
    schema: invitationAnswers,
    act: async (said, once) => {
      await answerInvitation(visit.world, visit.actor, { ...said, cityId, invitationId }, once);
      return `${pathOf(visit)}/received`;
    },
    again: (state) => invitationPage(visit, state),
  });
}

export async function showAnswered(visit: Visit): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { invitation } = await readOwn(visit);
  if (!invitation.answer) return visit.redirect(pathOf(visit));
  const day = invitation.laterOn ? formatDate(language, invitation.laterOn) : '';
  return visit.show({
    title: t('answer-received'),
    body: (
      <>
        <Confirmation title={t('answer-received')}>
          {t(`received.${invitation.answer}`, { day })}
        </Confirmation>
        <p>
          <a href={visit.href(`/portal/cities/${invitation.cityId}/programme`)}>{t('open-to-you')}</a>
        </p>
      </>
    ),
  });
}
