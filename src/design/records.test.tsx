import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { rendered, textOf } from './builders.ts';
import { Deadline } from './deadline.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FigureCard } from './figure-card.tsx';
import { MoneyText } from './money-text.tsx';
import { PersonChip } from './person-chip.tsx';
import { StageLine } from './stage-line.tsx';
import { TasksDue } from './tasks-due.tsx';
import { Thread } from './thread.tsx';
import { Timeline } from './timeline.tsx';

const today = calendarDate('2026-09-30');

describe('a deadline', () => {
  const now = new Date('2026-09-30T09:00:00Z');
  const said = (at: string, readerZone?: string) =>
    textOf(
      rendered(<Deadline at={new Date(at)} now={now} timeZone="Europe/Brussels" readerZone={readerZone} />),
    );

  it("says its hour in its own zone and in the reader's", () => {
    expect(said('2026-11-21T16:00:00Z', 'Africa/Nairobi')).toMatch(
      /17:00 CET .*19:00 .* in Nairobi\) in 52 days$/,
    );
  });

  it.each([
    ['2026-10-02T20:00:00Z', 'in 2 days', 'signal'],
    ['2026-09-30T10:30:00Z', 'in 1 hour', 'signal'],
    ['2026-09-30T09:00:30Z', 'in 1 minute', 'signal'],
    ['2026-11-21T16:00:00Z', 'in 52 days', 'neutral'],
    ['2026-09-30T08:59:59Z', 'closed', 'stopped'],
  ])('at %s is "%s"', (at, words, tone) => {
    const document = rendered(<Deadline at={new Date(at)} now={now} timeZone="UTC" />);
    const tag = document.querySelector('.tag');
    expect([textOf(tag), tag?.className]).toEqual([words, `tag ${tone}`]);
  });
});

describe('a figure card', () => {
  it('does not show what is unknown as nothing', () => {
    const card = (value: string | undefined) =>
      textOf(
        rendered(<FigureCard label="Cities" value={value} unit="cities" asAt={today} />).querySelector(
          '.value',
        ),
      );
    expect(card(undefined)).toBe('Not known');
    expect(card('0')).toBe('0 cities');
  });

  it('tells its links apart by the figure they belong to', () => {
    const document = rendered(
      <FigureCard label="Cities" value="1" asAt={today} definitionHref="#d" evidenceHref="#e" />,
    );
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('aria-label'))).toEqual([
      'How we count: Cities',
      'Evidence: Cities',
    ]);
  });

  it('stands the published number beside the computed one and explains the difference', () => {
    const published = { value: '20', date: today, source: 'Report', difference: 'It counts promises.' };
    const said = textOf(
      rendered(<FigureCard label="Cities" value="18" asAt={today} published={published} />),
    );
    expect(said).toMatch(/18 Published: 20 Report, 30 Sept? 2026 It counts promises\./);
  });
});

describe('dated records', () => {
  it('say as much of a date as is known, and what still lasts', () => {
    const document = rendered(
      <Timeline
        entries={[
          { key: 'a', date: today, until: null, title: 'Seat' },
          { key: 'b', date: { date: calendarDate('2019-07-01'), precision: 'month' }, title: 'Visit' },
        ]}
      />,
    );
    expect([...document.querySelectorAll('time')].map((time) => time.getAttribute('datetime'))).toEqual([
      '2026-09-30',
      '2019-07',
    ]);
    expect(textOf(document.querySelector('.when'))).toMatch(/– today$/);
  });

  it('tell verified evidence from what is not, and do not link what the reader may not open', () => {
    const document = rendered(
      <EvidenceList
        items={[
          {
            key: 'a',
            title: 'Letter',
            href: '#l',
            source: 'City',
            date: today,
            verified: { by: 'B', on: today },
            proofHref: '#p',
          },
          { key: 'b', title: 'Note', source: 'City', date: today, kept: 'Only the team may open it' },
        ]}
      />,
    );
    expect([...document.querySelectorAll('.tag')].map(textOf)).toEqual(['Verified', 'Not yet verified']);
    expect([...document.querySelectorAll('a')].map(textOf)).toEqual(['Letter', 'proof']);
  });

  it('say who has something, and since when, at the stage it is in', () => {
    const document = rendered(
      <StageLine
        stages={[
          { key: 'a', label: 'Note', state: 'done' },
          { key: 'b', label: 'Review', state: 'current', who: 'City Support', since: today },
        ]}
      />,
    );
    expect(textOf(document.querySelector('[aria-current=step]'))).toMatch(
      /^Review now here, with City Support since 30 Sept? 2026$/,
    );
  });

  it('tell late from soon from later', () => {
    const due = (date: string) => ({ key: date, title: date, href: '#', due: calendarDate(date) });
    const document = rendered(
      <TasksDue today={today} tasks={['2026-09-29', '2026-09-30', '2026-10-03', '2026-10-04'].map(due)} />,
    );
    expect([...document.querySelectorAll('.task-due')].map((task) => textOf(task).split(/ \d/)[0])).toEqual([
      'Overdue',
      'Due soon',
      'Due soon',
      'Due',
    ]);
    expect(textOf(rendered(<TasksDue today={today} tasks={[]} />))).toBe('Nothing is due');
  });

  it('say that a mandate has ended from the day after its last', () => {
    const chip = (until: string) =>
      textOf(rendered(<PersonChip name="A" capacity="mayor" until={calendarDate(until)} today={today} />));
    expect(chip('2026-09-30')).toMatch(/\(until /);
    expect(chip('2026-09-29')).toMatch(/\(ended /);
  });
});

describe('money', () => {
  it('in another currency comes with its rate, day and source', () => {
    const said = textOf(
      rendered(
        <MoneyText
          money={{ amountMinor: 64_500_000n, currency: 'XOF' }}
          converted={{
            money: { amountMinor: 10_640_000n, currency: 'USD' },
            rate: '0.00165',
            on: today,
            source: 'a bank',
          }}
        />,
      ),
    );
    expect(said).toMatch(/^XOF.64,500,000 about USD.106,400 1 XOF = 0.00165 USD on 30 Sept? 2026, a bank$/);
  });
});

describe('a thread', () => {
  it('writes what people wrote as text, paragraph by paragraph, and marks what only staff see', () => {
    const document = rendered(
      <Thread
        messages={[{ key: 'm', from: 'A', at: new Date(0), body: '<b>One</b>\n\nTwo', internal: true }]}
      />,
    );
    expect([...document.querySelectorAll('.message-body p')].map(textOf)).toEqual(['<b>One</b>', 'Two']);
    expect(textOf(document.querySelector('.tag'))).toBe('Only staff see this');
  });
});
