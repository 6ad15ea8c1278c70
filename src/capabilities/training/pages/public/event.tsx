import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { Deadline } from '../../../../design/deadline.tsx';
import { Prose } from '../../../../design/layout.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { takesRegistrations } from '../../rules/event.ts';
import { saidIn } from '../../rules/some-text.ts';
import { findEvent } from '../../store/events.ts';
import { eventFacts } from '../event-facts.tsx';
import { RoomTag } from '../event-list.tsx';
import { idIn } from '../frame.ts';
import { Said, SaidText } from '../said.tsx';

/** An event: what, when on both clocks, where, and whether there is room. */
export async function showEvent(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const event = await findEvent(world.publicDb, idIn(visit));
  if (!event) throw notFound();
  const source = event.sourceLanguage;
  const title = saidIn(event.title, language, source).text;
  const takes = takesRegistrations(event, world.now());
  return visit.show({
    title,
    description: saidIn(event.about, language, source).text.slice(0, 200),
    cacheSeconds: 10,
    script: true,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/training'), label: t('training') }]} />
        <PageHead
          kind={t('event')}
          title={<Said of={event.title} language={language} source={source} />}
          stage={<RoomTag language={language} event={event} />}
          facts={eventFacts(language, event)}
          next={
            takes && (
              <ButtonLink look="main" href={visit.href(`/training/events/${event.id}/registration`)}>
                {t(event.placesTaken < event.capacity ? 'register' : 'join-waiting-list')}
              </ButtonLink>
            )
          }
        />
        {event.stage === 'cancelled' && (
          <Notice tone="stopped" title={t('event-stage.cancelled')}>
            {event.cancelledWhy ?? ''}
          </Notice>
        )}
        {event.stage === 'open' && (
          <p>
            {t('registration-until')}{' '}
            <Deadline at={event.registrationClosesAt} now={world.now()} timeZone={event.timeZone} />
          </p>
        )}
        <section>
          <h2>{t('about-event')}</h2>
          <Prose>
            <SaidText of={event.about} language={language} source={source} />
          </Prose>
        </section>
        {event.certifies !== 'nothing' && <p class="quiet">{t(`certifies.${event.certifies}`)}</p>}
      </>
    ),
  });
}
