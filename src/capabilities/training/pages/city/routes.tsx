import { ButtonLink } from '../../../../design/button.tsx';
import { DateText, InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { get, type Route, type Visit } from '../../../../platform/http/route.ts';
import { signedIn } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { listHeld } from '../../store/certificates.ts';
import { listOwnCourses } from '../../store/learning.ts';
import { listOwnEvents } from '../../store/registrations.ts';
import { seatRoutes } from '../seat-routes.ts';
import { Said } from '../said.tsx';

const base = '/portal/training';

export const routes: readonly Route[] = [
  get(base, signedIn, showMine),
  ...seatRoutes(`${base}/courses/:id`, `${base}/events/:id`, signedIn),
];

/** What somebody learns, where they are registered, what they have earned. */
async function showMine(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const personId = actor.personId ?? '';
  const mine = await reading(world, actor, async (tx) => ({
    courses: await listOwnCourses(tx, personId),
    events: await listOwnEvents(tx, personId),
    certificates: await listHeld(tx, { personId }),
  }));
  return visit.show({
    title: t('my-training'),
    body: (
      <>
        <PageHead
          title={t('my-training')}
          lead={t('my-training-lead')}
          next={
            <ButtonLink look="main" href={visit.href('/training')}>
              {t('find-training')}
            </ButtonLink>
          }
        />
        <section>
          <h2>{t('my-courses')}</h2>
          {mine.courses.length === 0 && (
            <EmptyState title={t('no-own-courses')}>{t('no-own-courses-why')}</EmptyState>
          )}
          <ul class="tasks">
            {mine.courses.map((one) => (
              <li key={one.id}>
                <a href={visit.href(`${base}/courses/${one.id}`)}>
                  <Said of={one.title} language={language} source={one.sourceLanguage} />
                </a>
                <p>
                  <Tag tone={one.completedAt ? 'done' : 'active'}>
                    {t(one.completedAt ? 'course-completed' : 'course-begun')}
                  </Tag>
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('my-events')}</h2>
          {mine.events.length === 0 && (
            <EmptyState title={t('no-own-events')}>{t('no-own-events-why')}</EmptyState>
          )}
          <ul class="tasks">
            {mine.events.map((one) => (
              <li key={one.id}>
                <div>
                  <a href={visit.href(`${base}/events/${one.id}`)}>
                    <Said of={one.title} language={language} source={one.sourceLanguage} />
                  </a>
                  <p class="quiet">
                    <InstantText at={one.startsAt} timeZone={one.timeZone} />
                  </p>
                </div>
                <p>
                  <Tag tone={one.stage === 'registered' ? 'done' : 'waiting'}>
                    {t(`registration-stage.${one.stage}`)}
                  </Tag>
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('my-certificates')}</h2>
          {mine.certificates.length === 0 && (
            <EmptyState title={t('no-own-certificates')}>{t('no-own-certificates-why')}</EmptyState>
          )}
          <ul class="tasks">
            {mine.certificates.map((one) => (
              <li key={one.id}>
                <div>
                  <a
                    href={visit.href(
                      one.holder.learningId
                        ? `${base}/courses/${one.holder.learningId}#certificate`
                        : `${base}/events/${one.holder.registrationId}#certificate`,
                    )}
                  >
                    <bdi>{one.title[language]}</bdi>
                  </a>
                  <p class="quiet">
                    <DateText date={dayInUtc(one.issuedAt)} /> · <bdi dir="ltr">{one.number}</bdi>
                  </p>
                </div>
                {one.revokedAt && (
                  <p>
                    <Tag tone="stopped">{t('revoked')}</Tag>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  });
}
