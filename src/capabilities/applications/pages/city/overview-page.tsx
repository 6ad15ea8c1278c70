import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { Deadline } from '../../../../design/deadline.tsx';
import { MomentAgo } from '../../../../design/moment-ago.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { type ApplicationState, stateLabel } from '../../../fund/index.ts';
import type { Overview } from '../../actions/overview.ts';
import { words } from '../../messages/index.ts';
import { stateTone } from '../state-tone.ts';
import { waitingSentence } from '../waiting-words.ts';
import type { Door } from './door.ts';
import { PeopleOn } from './people-on.tsx';
import { SectionSteps } from './section-steps.tsx';
import { WhatElse } from './what-else.tsx';

interface OverviewPageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly overview: Overview;
}

/** Where an application stands: whose turn it is, until when, how far, with whom. */
export function OverviewPage({ visit, door, overview }: OverviewPageProps) {
  const { open, city, waiting, sent, burden } = overview;
  const { language } = visit;
  const t = words(language);
  const { application, window, stage, part } = open;
  return (
    <>
      {!door.invited && (
        <Breadcrumb crumbs={[{ href: visit.href('/portal/applications'), label: t('applications') }]} />
      )}
      <PageHead
        kind={t('application-of', { city: city.name })}
        title={`${window.name[language]}: ${t(`stage.${part.stage}`)}`}
        stage={
          <Tag tone={stateTone(application.state)}>
            {stateLabel(application.state as ApplicationState, 'applicant', window.labels)[language]}
          </Tag>
        }
        facts={[
          {
            label: t('closes'),
            value: (
              <Deadline at={stage.closesAt} now={open.now} timeZone={city.timeZone} placeName={city.name} />
            ),
          },
          {
            label: t('takes'),
            value: burden
              ? t('takes-measured', {
                  median: burden.medianMinutes,
                  lower: burden.lowerMinutes,
                  upper: burden.upperMinutes,
                  n: burden.applications,
                })
              : t('takes-expected', { minutes: window.minutesExpected }),
          },
          ...(part.savedAt
            ? [
                {
                  label: t('last-saved'),
                  value: (
                    <>
                      <MomentAgo at={part.savedAt} /> <bdi>{part.savedBy}</bdi>
                    </>
                  ),
                },
              ]
            : []),
        ]}
        next={<NextStep visit={visit} door={door} overview={overview} />}
      />
      {visit.query('saved') && (
        <Notice tone="done" live>
          {t('saved-section')}
        </Notice>
      )}
      <Notice
        tone={waiting.who === 'council' || waiting.who === 'nobody' ? 'neutral' : 'signal'}
        title={t('whose-turn')}
      >
        <p>{waitingSentence(language, waiting, open)}</p>
        {waiting.what === 'sent-back' && open.signOffs[0]?.reason && (
          <blockquote>
            <p class="as-typed">{open.signOffs[0].reason}</p>
            <p class="quiet">
              <bdi>{open.signOffs[0].byName}</bdi>
            </p>
          </blockquote>
        )}
        {sent && !door.invited && (
          <p>
            <a href={visit.href(`${door.base}/receipt`)}>{t('see-receipt')}</a>
          </p>
        )}
      </Notice>
      <SectionSteps visit={visit} door={door} open={open} />
      {!door.invited && <PeopleOn visit={visit} door={door} open={open} />}
      <WhatElse visit={visit} door={door} overview={overview} />
    </>
  );
}

function NextStep({ visit, door, overview: { open, waiting } }: OverviewPageProps) {
  const t = words(visit.language);
  const first = open.problems[0]?.section ?? open.form.sections[0]?.key ?? '';
  if (waiting.what === 'take-up' && !door.invited)
    return (
      <ButtonLink look="main" href={visit.href(`${door.base}/next-stage`)}>
        {t('take-up')}
      </ButtonLink>
    );
  if (open.part.status !== 'open') return null;
  return (
    <>
      <ButtonLink
        look={open.problems.length > 0 ? 'main' : 'plain'}
        href={visit.href(`${door.base}/sections/${first}`)}
      >
        {t('fill-in')}
      </ButtonLink>{' '}
      <ButtonLink look={open.problems.length > 0 ? 'plain' : 'main'} href={visit.href(`${door.base}/check`)}>
        {t('read-it-through')}
      </ButtonLink>
    </>
  );
}
