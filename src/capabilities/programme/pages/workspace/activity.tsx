import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { ErrorSummary } from '../../../../design/form/error-summary.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { languages } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate, languageName } from '../../../../platform/languages/format.ts';
import { countriesOn } from '../../actions/countries.ts';
import { sharesOf } from '../../actions/reach-of-activity.ts';
import { words } from '../../messages/index.ts';
import { mayKeep } from '../../permissions.ts';
import { type Activity, standingOf } from '../../rules/activity.ts';
import { namedBy } from '../../rules/open-to.ts';
import { findActivity } from '../../store/activities.ts';
import { listWaitingExceptions } from '../../store/exceptions.ts';
import { funnelOf } from '../../store/invitations.ts';
import { listLetters } from '../../store/letters.ts';
import { factsOfActivity } from '../about-activity.tsx';
import { home, idIn, todayIn, topicsListed } from '../frame.ts';
import { sayWhy } from '../say.ts';
import { ConsentsWaiting } from './consents-waiting.tsx';
import { FunnelOf } from './funnel.tsx';
import { SharesOf } from './shares.tsx';

export async function showActivity(visit: Visit): Promise<Response> {
  return await activityPage(visit, freshForm(visit.world));
}

/** One activity: to whom it is open, how far its invitations have come, and whom it reached beside whom it could. */
export async function activityPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const today = todayIn(visit);
  const seen = await reading(world, actor, async (tx) => {
    const activity = await findActivity(tx, idIn(visit, 'id'));
    if (!activity) throw notFound();
    return {
      activity,
      funnel: (await funnelOf(tx, [activity.id])).get(activity.id),
      shares: await sharesOf(tx, activity, today),
      countries: await countriesOn(tx, activity.listsOn),
      letters: await listLetters(tx, activity.id),
      consents: await listWaitingExceptions(tx, activity.id),
    };
  });
  const { activity, funnel, shares, countries, letters, consents } = seen;
  const path = `${home}/activities/${activity.id}`;
  const named = namedBy(activity);
  const whom =
    named.length === 0
      ? [t('why.open-to-all')]
      : sayWhy({ language, who: 'staff', countries }, activity, { why: 'meant', named, points: 0 });
  return visit.show({
    title: activity.title[language],
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href(home), label: t('programme') }]} />
        <Head visit={visit} activity={activity} />
        <ErrorSummary problems={form.problems} />
        <section>
          <h2>{t('who-may-join')}</h2>
          <ul>
            {whom.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            {activity.topics.length === 0
              ? t('any-topic')
              : t('on-topics', { topics: topicsListed(language, activity.topics) })}
          </p>
        </section>
        <section>
          <h2>{t('invitations')}</h2>
          {funnel && <FunnelOf language={language} funnel={funnel} />}
          <p>
            <a href={visit.href(`${path}/invitations`)}>{t('see-invitations')}</a>
          </p>
          <ConsentsWaiting visit={visit} consents={consents} />
        </section>
        <SharesOf language={language} {...shares} />
        {mayKeep(actor) && (
          <section>
            <h2>{t('letters')}</h2>
            <p>{t('letters-lead')}</p>
            <ul>
              {languages.map((code) => (
                <li key={code}>
                  <a href={visit.href(`${path}/letters/${code}`)}>{languageName(language, code)}</a>{' '}
                  <span class="quiet">
                    {t(letters.some((one) => one.language === code) ? 'own-words' : 'usual-words')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {mayKeep(actor) && activity.announcedBy === null && standingOf(activity, today) !== 'over' && (
          <form method="post" action={visit.href(`${path}/closing`)}>
            <input type="hidden" name="key" value={form.idempotencyKey} />
            <SubmitButton look="danger">{t('close-activity')}</SubmitButton>
          </form>
        )}
      </>
    ),
  });
}

function Head({ visit, activity }: { visit: Visit; activity: Activity }) {
  const { language, actor } = visit;
  const t = words(language);
  const standing = standingOf(activity, todayIn(visit));
  const path = `${home}/activities/${activity.id}`;
  return (
    <PageHead
      title={activity.title[language]}
      kind={t(`kind.${activity.kind}`)}
      lead={activity.about[language]}
      stage={
        <>
          <Tag tone={standing === 'open' ? 'active' : standing === 'planned' ? 'waiting' : 'neutral'}>
            {t(`standing.${standing}`)}
          </Tag>
          {activity.emergency && (
            <>
              {' '}
              <Tag tone="signal">{t('emergency')}</Tag>
            </>
          )}
        </>
      }
      facts={[
        { label: t('opens-on'), value: formatDate(language, activity.opensOn) },
        ...factsOfActivity(language, activity),
      ]}
      next={
        <>
          {standing !== 'over' && (
            <ButtonLink look="main" href={visit.href(`${path}/reach`)}>
              {t('whom-to-reach')}
            </ButtonLink>
          )}{' '}
          {mayKeep(actor) && activity.announcedBy === null && standing !== 'over' && (
            <ButtonLink href={visit.href(`${path}/edit`)}>{t('change-activity')}</ButtonLink>
          )}
          {activity.announcedBy !== null && <span class="quiet">{t('announced-elsewhere')}</span>}
        </>
      }
    />
  );
}
