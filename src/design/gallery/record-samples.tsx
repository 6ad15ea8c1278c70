import { calendarDate, type PartialDate } from '../../kernel/calendar-date.ts';
import { EvidenceList } from '../evidence-list.tsx';
import { FactList } from '../fact-list.tsx';
import { Columns } from '../layout.tsx';
import { MoneyText } from '../money-text.tsx';
import { PersonChip } from '../person-chip.tsx';
import { StageLine } from '../stage-line.tsx';
import { Tag } from '../tag.tsx';
import { TasksDue } from '../tasks-due.tsx';
import { Timeline } from '../timeline.tsx';
import { useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

const today = calendarDate('2026-09-30');
const year: PartialDate = { date: calendarDate('2019-01-01'), precision: 'year' };

export function RecordSamples() {
  const t = useSamples();
  return (
    <SampleGroup id="records" title={t('records')}>
      <StageLine
        stages={[
          {
            key: 'concept',
            label: t('concept-note'),
            state: 'done',
            who: t('city-focal-point'),
            since: calendarDate('2026-02-01'),
          },
          { key: 'check', label: t('eligibility'), state: 'skipped' },
          {
            key: 'review',
            label: t('stage-review'),
            state: 'current',
            who: t('city-support'),
            since: calendarDate('2026-08-14'),
          },
          { key: 'award', label: t('award'), state: 'ahead' },
        ]}
      />
      <Columns>
        <Timeline
          entries={[
            {
              key: 'seat',
              date: calendarDate('2024-05-02'),
              until: null,
              title: t('seat-taken'),
              tag: <Tag tone="active">{t('stage-review')}</Tag>,
              source: { href: '#source', label: t('annual-report') },
            },
            {
              key: 'grant',
              date: calendarDate('2021-07-16'),
              until: calendarDate('2022-12-31'),
              title: t('grant-run'),
              children: <p>{t('notice-text')}</p>,
            },
            { key: 'first', date: year, title: t('first-contact') },
          ]}
        />
        <TasksDue
          today={today}
          tasks={[
            {
              key: 'a',
              title: t('task-answer'),
              href: '#task',
              due: calendarDate('2026-09-12'),
              about: t('example-city'),
            },
            {
              key: 'b',
              title: t('task-verify'),
              href: '#task',
              due: calendarDate('2026-10-02'),
              about: t('cities-engaged'),
            },
            { key: 'c', title: t('task-read'), href: '#task', due: calendarDate('2026-12-01') },
          ]}
        />
      </Columns>
      <TasksDue today={today} tasks={[]} />
      <ProofSamples />
    </SampleGroup>
  );
}

function ProofSamples() {
  const t = useSamples();
  return (
    <>
      <EvidenceList
        items={[
          {
            key: 'a',
            title: t('annual-report'),
            href: '#file',
            source: t('city-hall'),
            date: year,
            verified: { by: t('a-verifier'), on: today },
            proofHref: '#proof',
          },
          { key: 'b', title: t('long-word'), source: t('city-support'), date: today, kept: t('kept-back') },
        ]}
      />
      <FactList
        stacked
        facts={[
          {
            label: t('mayor'),
            value: (
              <PersonChip
                name={t('a-person')}
                href="#person"
                capacity={t('mayor-of')}
                until={calendarDate('2028-05-01')}
                today={today}
              />
            ),
          },
          {
            label: t('mayor-before'),
            value: (
              <PersonChip
                name={t('a-person')}
                capacity={t('mayor-of')}
                until={calendarDate('2024-05-01')}
                today={today}
              />
            ),
          },
          {
            label: t('amount'),
            value: <MoneyText money={{ amountMinor: 1_250_000_00n, currency: 'USD' }} />,
          },
          {
            label: t('spent'),
            value: (
              <MoneyText
                money={{ amountMinor: 64_500_000n, currency: 'XOF' }}
                converted={{
                  money: { amountMinor: 106_400_00n, currency: 'USD' },
                  rate: '0.00165',
                  on: today,
                  source: t('a-bank'),
                }}
              />
            ),
          },
        ]}
      />
    </>
  );
}
