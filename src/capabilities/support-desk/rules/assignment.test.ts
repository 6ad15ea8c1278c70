import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { type Colleague, suggestAssignees } from './assignment.ts';

const today = calendarDate('2026-11-21');
const colleague = (name: string, over: Partial<Colleague> = {}): Colleague => ({
  personId: name,
  name,
  languages: ['en'],
  topics: [],
  awayUntil: null,
  load: 0,
  ...over,
});
const names = (colleagues: readonly Colleague[]) =>
  suggestAssignees({ language: 'fr', topic: 'housing' }, colleagues, today).map(
    ({ colleague: { name } }) => name,
  );

describe('who should take a case', () => {
  it('is first of all who speaks its language, then who knows its topic, then who has least', () => {
    const people = [
      colleague('Busy', { load: 4 }),
      colleague('Free'),
      colleague('Knows', { topics: ['housing'], load: 2 }),
      colleague('Speaks', { languages: ['fr'], load: 6 }),
      colleague('Both', { languages: ['fr'], topics: ['housing'], load: 8 }),
    ];
    expect(names(people)).toEqual(['Both', 'Speaks', 'Knows', 'Free', 'Busy']);
  });

  it('is nobody who is away, up to and with their last day away', () => {
    expect(
      names([
        colleague('Away', { awayUntil: today }),
        colleague('Back', { awayUntil: calendarDate('2026-11-20') }),
      ]),
    ).toEqual(['Back']);
    expect(names([])).toEqual([]);
  });

  it('comes with its reasons', () => {
    const [first] = suggestAssignees(
      { language: 'fr', topic: 'housing' },
      [colleague('A', { languages: ['fr'], topics: ['housing'], load: 3 })],
      today,
    );
    expect(first?.reasons.map(({ key }) => key)).toEqual([
      'support-desk:reason-speaks',
      'support-desk:reason-knows',
      'support-desk:reason-load',
    ]);
  });
});
