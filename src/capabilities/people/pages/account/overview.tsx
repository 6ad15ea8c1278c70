import { PageHead } from '../../../../design/page-head.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { isSteppedUp } from '../../../../platform/permissions/guard.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { words } from '../../messages/index.ts';
import { hasWayIn } from '../../rules/ways-in.ts';
import { getStanding } from '../../store/credentials.ts';
import { getSettings } from '../../store/persons.ts';
import { listRolesOf } from '../../store/roles.ts';
import { listOpenSessions } from '../../store/sessions.ts';
import { RoleTimeline } from '../role-timeline.tsx';
import { OpenSessions } from './open-sessions.tsx';
import { SettingsForm, settingsSchema } from './settings.tsx';
import { WaysIn } from './ways-in.tsx';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';

export async function showAccount(visit: Visit): Promise<Response> {
  return await accountPage(visit);
}

export async function receiveSettings(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: settingsSchema,
    act: async (settings, once) => {
      await changeSettings(visit.world, visit.actor, settings, once);
      return '/account';
    },
    again: (state) => accountPage(visit, state),
  });
}

/** One's own page: how one signs in, where one is signed in, what one may do. */
async function accountPage(visit: Visit, settings?: FormState): Promise<Response> {
  const { world, actor } = visit;
  const personId = actor.personId ?? '';
  const t = words(visit.language);
  const seen = await reading(world, actor, async (tx) => ({
    standing: await getStanding(tx, personId),
    sessions: await listOpenSessions(tx, personId),
    roles: await listRolesOf(tx, personId),
    person: await getSettings(tx, personId),
  }));
  const isWeak = actor.assurance === 'mailed-code';
  return visit.show({
    title: t('account'),
    body: (
      <>
        <PageHead
          kind={t('account')}
          title={<bdi>{actor.name}</bdi>}
          lead={t('signed-in-by', {
            way: t(`assurance.${actor.assurance === 'none' ? 'mailed-code' : actor.assurance}`),
          })}
        />
        {isWeak && <WeakSession visit={visit} canStepUp={hasWayIn(seen.standing.factors)} />}
        <WaysIn visit={visit} factors={seen.standing.factors} />
        <OpenSessions visit={visit} sessions={seen.sessions} />
        <section>
          <h2>{t('my-roles')}</h2>
          <RoleTimeline roles={seen.roles} />
        </section>
        <section>
          <h2>{t('settings')}</h2>
          <SettingsForm visit={visit} person={seen.person} state={settings ?? freshForm(world)} />
        </section>
        {!isWeak && isSteppedUp(actor, world.now()) && <p class="quiet">{t('stepped-up-now')}</p>}
      </>
    ),
  });
}

function WeakSession({ visit, canStepUp }: { visit: Visit; canStepUp: boolean }) {
  const t = words(visit.language);
  return (
    <Notice tone="signal" title={t('weak-session')}>
      {canStepUp ? (
        <p>
          {t.rich('weak-session-step-up', {
            link: (said) => <a href={visit.href('/step-up?to=/account')}>{said}</a>,
          })}
        </p>
      ) : (
        <p>{t('weak-session-set-up')}</p>
      )}
    </Notice>
  );
}
