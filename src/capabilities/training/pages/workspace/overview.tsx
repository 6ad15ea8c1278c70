import { ButtonLink } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { eventStages, type TrainingEvent } from '../../rules/event.ts';
import { listDrafts } from '../../store/course-lists.ts';
import { listEvents } from '../../store/events.ts';
import { type Frame, frameOf, languageChoices } from '../frame.ts';
import { Said } from '../said.tsx';
import { appliedFilters, matches, offerFilter } from './offer-filter.ts';

const base = '/workspace/training';

/** All courses and events, drafts too. */
export async function showOverview(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const frame = frameOf(visit);
  const filter = offerFilter(visit);
  const all = await reading(world, actor, async (tx) => ({
    courses: await listDrafts(tx),
    events: await listEvents(tx),
  }));
  const courses = all.courses.filter((one) => matches(filter, one));
  const events = all.events.filter((one) => matches(filter, one));
  return visit.show({
    title: t('training'),
    body: (
      <>
        <PageHead
          title={t('training')}
          lead={t('workspace-lead')}
          next={
            <>
              <ButtonLink look="main" href={visit.href(`${base}/events/new`)}>
                {t('plan-event')}
              </ButtonLink>
              <ButtonLink href={visit.href(`${base}/courses/new`)}>{t('write-course')}</ButtonLink>
              <ButtonLink href={visit.href(`${base}/certificates`)}>{t('certificates')}</ButtonLink>
            </>
          }
        />
        <FilterBar
          action={visit.href(base)}
          answers={filter}
          clearHref={visit.href(base)}
          applied={appliedFilters(language, filter, frame.href)}
          result={t('n-offers', { n: courses.length + events.length })}
        >
          <TextField name="words" label={t('filter.words')} type="search" size="medium" optional />
          <SelectField
            name="stage"
            label={t('stage')}
            none={t('any-stage')}
            choices={[...eventStages, 'closed' as const].map((value) => ({
              value,
              label: t(`event-stage.${value}`),
            }))}
            optional
          />
          <SelectField
            name="language"
            label={t('language')}
            choices={languageChoices(language)}
            none={t('any-language')}
            optional
          />
        </FilterBar>
        <section>
          <h2>{t('events')}</h2>
          <EventsTable {...frame} events={events} />
        </section>
        <section>
          <h2>{t('courses')}</h2>
          <CoursesTable {...frame} courses={courses} />
        </section>
      </>
    ),
  });
}

const tones = {
  draft: 'neutral',
  open: 'active',
  cancelled: 'stopped',
  held: 'done',
  closed: 'done',
} as const;

function EventsTable({ language, href, events }: Frame & { readonly events: readonly TrainingEvent[] }) {
  const t = words(language);
  return (
    <Table
      caption={t('events')}
      captionHidden
      rows={events}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('no-events')}>{t('no-events-staff')}</EmptyState>}
      columns={[
        {
          key: 'title',
          title: t('event'),
          rowHeader: true,
          cell: (event) => (
            <a href={href(`${base}/events/${event.id}`)}>
              <Said of={event.title} language={language} source={event.sourceLanguage} />
            </a>
          ),
        },
        {
          key: 'when',
          title: t('when'),
          cell: (event) => formatInstant(language, event.startsAt, event.timeZone),
        },
        {
          key: 'places',
          title: t('places'),
          figure: true,
          cell: (event) => `${event.placesTaken}/${event.capacity}`,
        },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <Tag tone={tones[stage]}>{t(`event-stage.${stage}`)}</Tag>,
        },
      ]}
    />
  );
}

type Listed = Awaited<ReturnType<typeof listDrafts>>[number];

function CoursesTable({ language, href, courses }: Frame & { readonly courses: readonly Listed[] }) {
  const t = words(language);
  return (
    <Table
      caption={t('courses')}
      captionHidden
      rows={courses}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('no-courses')}>{t('no-courses-staff')}</EmptyState>}
      columns={[
        {
          key: 'title',
          title: t('course'),
          rowHeader: true,
          cell: (course) => (
            <a href={href(`${base}/courses/${course.id}`)}>
              <Said of={course.title} language={language} source={course.sourceLanguage} />
            </a>
          ),
        },
        { key: 'learners', title: t('learners'), figure: true, cell: ({ learners }) => learners },
        { key: 'completed', title: t('completed'), figure: true, cell: ({ completed }) => completed },
        {
          key: 'changed',
          title: t('changed'),
          cell: ({ changedAt }) => <DateText date={dayInUtc(changedAt)} />,
        },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <Tag tone={tones[stage]}>{t(`event-stage.${stage}`)}</Tag>,
        },
      ]}
    />
  );
}
