import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { byUse, freshnessOf } from './freshness.ts';
import { crowdedNeeds, nextStates, pairingStates } from './help.ts';
import { canMove, confirmBy, stages, type Wording, wordingFor } from './response.ts';
import { slugOf } from './slug.ts';

describe('an emergency’s page', () => {
  it('goes from draft to published and back, is closed only from published, and never reopened', () => {
    const walk = stages.map((stage) =>
      (['publish', 'confirm', 'take-back', 'close'] as const).filter((move) => canMove(stage, move)),
    );
    expect(walk).toEqual([['publish'], ['confirm', 'take-back', 'close'], ['publish'], []]);
  });

  it('asks a second person to look within a day', () => {
    expect(confirmBy(new Date('2026-03-01T22:00:00Z'))).toEqual(new Date('2026-03-02T22:00:00Z'));
  });

  it('is read in the reader’s language, else as it was first written', () => {
    const one = (language: Wording['language'], isFirst = false): Wording => ({
      language,
      title: language,
      what: '',
      isFirst,
      version: 1,
    });
    const wordings = [one('ar'), one('es', true)];
    expect([wordingFor(wordings, 'ar').title, wordingFor(wordings, 'pt').title]).toEqual(['ar', 'es']);
  });

  it.each([
    ['Floods in Río Bravo, 2026!', 'floods-in-rio-bravo-2026'],
    ['فيضانات', 'emergency-ly-2026-03-01'],
    ['—', 'emergency-ly-2026-03-01'],
  ])('named %s stands under %s', (title, slug) => {
    expect(slugOf(title, 'LY', '2026-03-01')).toBe(slug);
  });
});

describe('a resource', () => {
  const today = calendarDate('2026-03-10');
  const checked = (kind: 'hotline' | 'guide', on: string, until: string | null = null) => ({
    kind,
    checkedOn: calendarDate(on),
    validUntil: until === null ? null : calendarDate(until),
  });

  it('wants a new look sooner the more is lost when it fails', () => {
    expect(freshnessOf(checked('hotline', '2026-03-07'), today)).toBe('fresh');
    expect(freshnessOf(checked('hotline', '2026-03-06'), today)).toBe('stale');
    expect(freshnessOf(checked('guide', '2026-03-06'), today)).toBe('fresh');
  });

  it('is over after its last day, however lately it was checked', () => {
    expect(freshnessOf(checked('guide', '2026-03-10', '2026-03-09'), today)).toBe('over');
    expect(freshnessOf(checked('guide', '2026-03-10', '2026-03-10'), today)).toBe('fresh');
  });

  it('comes later in the list when it is stale, and last when it is over', () => {
    const over = checked('hotline', '2026-03-10', '2026-03-01');
    const stale = checked('hotline', '2026-03-01');
    const fresh = checked('guide', '2026-03-09');
    expect([over, stale, fresh].toSorted(byUse(today))).toEqual([fresh, stale, over]);
  });
});

describe('help', () => {
  it('goes on step by step, may fall through until it is done, and ends there', () => {
    expect(pairingStates.map((state) => nextStates(state))).toEqual([
      ['agreed', 'fell-through'],
      ['under-way', 'fell-through'],
      ['done', 'fell-through'],
      [],
      [],
    ]);
  });

  it('shows when two are bound for the same need; one done or fallen through does not count', () => {
    const pairing = (needId: string, state: (typeof pairingStates)[number]) => ({ needId, state });
    expect([
      ...crowdedNeeds([
        pairing('beds', 'offered'),
        pairing('beds', 'under-way'),
        pairing('tents', 'done'),
        pairing('tents', 'agreed'),
        pairing('food', 'fell-through'),
        pairing('food', 'agreed'),
      ]),
    ]).toEqual(['beds']);
  });
});
