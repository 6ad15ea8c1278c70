import { Confirmation } from '../../../../design/confirmation.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { visitors } from '../../../../platform/permissions/guard.ts';
import { cityName, findCity } from '../../../city-registry/index.ts';
import { answerInvitationByLink, readLink } from '../../actions/answer-invitation.ts';
import { words } from '../../messages/index.ts';
import { standingOf } from '../../rules/activity.ts';
import type { OpenedByLink } from '../../store/by-link.ts';
import { factsOfActivity } from '../about-activity.tsx';
import { InvitationAnswerForm, invitationAnswers } from '../answer-form.tsx';
import { todayIn } from '../frame.ts';

const path = '/programme/invitations/:token';

/** Pages that a letter opens. The link itself answers nothing; never cached, for the address is the key. */
export const routes: readonly Route[] = [
  get(path, visitors, showLetter),
  post(path, visitors, sendAnswer),
  get(`${path}/received`, visitors, showReceived),
];

async function showLetter(visit: Visit): Promise<Response> {
  const opened = await readLink(visit.world, visit.param('token'));
  return await letterPage(visit, opened, freshForm(visit.world));
}

async function sendAnswer(visit: Visit): Promise<Response> {
  const token = visit.param('token');
  const opened = await readLink(visit.world, token);
  return await submitForm(visit, {
    schema: invitationAnswers,
    act: async (said, once) => {
      await answerInvitationByLink(visit.world, token, said, once);
      return `/programme/invitations/${token}/received`;
    },
    again: (state) => letterPage(visit, opened, state),
  });
}

async function letterPage(visit: Visit, opened: OpenedByLink, form: FormState): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const today = todayIn(visit);
  const city = await findCity(world.publicDb, opened.cityId);
  const over = standingOf({ ...opened, opensOn: today }, today) === 'over';
  const stands = opened.answer === 'no';
  return visit.show({
    title: opened.title[language],
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <PageHead
          title={opened.title[language]}
          kind={t('invitation-for', { city: city ? cityName(language, city) : '' })}
          lead={opened.about[language]}
          facts={factsOfActivity(language, opened)}
        />
        {over && <Notice tone="stopped">{t('activity-over')}</Notice>}
        {!over && stands && <Notice>{t('no-stands')}</Notice>}
        {!over && !stands && (
          <section>
            <h2>{t('will-you-take-part')}</h2>
            {opened.answer && <p>{t(`said.${opened.answer}`)}</p>}
            <InvitationAnswerForm
              language={language}
              action={visit.href(visit.url.pathname)}
              form={form}
              said={{ answer: opened.answer, reason: opened.answerReason, laterOn: opened.laterOn }}
            />
          </section>
        )}
      </>
    ),
  });
}

async function showReceived(visit: Visit): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { answer, laterOn } = await readLink(visit.world, visit.param('token'));
  if (answer === null) return visit.redirect(`/programme/invitations/${visit.param('token')}`);
  return visit.show({
    title: t('answer-received'),
    body: (
      <Confirmation title={t('answer-received')}>
        {t(`received.${answer}`, { day: laterOn ? formatDate(language, laterOn) : '' })}
      </Confirmation>
    ),
  });
}
