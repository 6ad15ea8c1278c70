import { describe, expect, it } from 'vitest';
import { calendarDate, parsePartialDate } from '../../../kernel/calendar-date.ts';
import { languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { engagementKinds } from '../rules/engagement.ts';
import type { EngagementRow } from '../store/city-record.ts';
import { engagementSentence } from './engagement-sentence.ts';

const today = calendarDate('2026-11-21');
const board: LocalText = {
  en: 'Leadership Board.',
  fr: 'Conseil',
  es: 'Junta',
  pt: 'Conselho',
  ar: 'مجلس القيادة',
};

function row(over: Partial<EngagementRow> & { from?: string; to?: string; listed?: string }): EngagementRow {
  const { from, to, listed, ...rest } = over;
  const [a, b, c] = [from, to, listed].map((text) => (text ? parsePartialDate(text) : undefined));
  return {
    id: 'e',
    kind: 'board-seat',
    object: board,
    record_id: null,
    edition_hash: null,
    record_path: null,
    inferred: false,
    remark: null,
    evidence: null,
    visibility: 'public',
    withdrawn_reason: null,
    sources: [],
    from_date: a?.date ?? null,
    from_precision: a?.precision ?? null,
    from_certainty: a ? 'stated' : null,
    to_date: b?.date ?? null,
    to_precision: b?.precision ?? null,
    to_certainty: b ? 'stated' : null,
    last_listed: c?.date ?? null,
    last_listed_precision: c?.precision ?? null,
    ...rest,
  };
}

describe('what a record of engagement says', () => {
  it.each([
    [
      'a seat still held',
      row({ from: '2018-12' }),
      'Freetown has held a seat on a body since Dec 2018: Leadership Board.',
    ],
    [
      'a seat that ended',
      row({ from: '2018', to: '2021' }),
      'Freetown held a seat on a body from 2018 to 2021: Leadership Board.',
    ],
    [
      'a seat last listed years ago',
      row({ from: '2018', listed: '2022-05' }),
      'Freetown held a seat on a body from 2018 (last listed: May 2022): Leadership Board.',
    ],
    [
      'a seat seen on a day',
      row({ from: '2022-05-18', from_certainty: 'by' }),
      'Freetown held a seat on a body by 18 May 2022 at the latest: Leadership Board.',
    ],
    [
      'a seat over by a day',
      row({ to: '2025-11-04', to_certainty: 'not-after' }),
      'Freetown held a seat on a body (over by 4 Nov 2025): Leadership Board.',
    ],
    ['no day at all', row({}), 'Freetown held a seat on a body on a day not stated: Leadership Board.'],
    [
      'what happened on one day',
      row({ kind: 'hosted-meeting', from: '2025-11-04', to: '2025-11-04' }),
      'Freetown hosted a meeting on 4 Nov 2025: Leadership Board.',
    ],
    [
      'a grant of a month',
      row({ kind: 'grant', from: '2021-06' }),
      'Freetown was announced as a grantee of the Global Cities Fund in Jun 2021: Leadership Board.',
    ],
  ])('%s', (_case, engagement, sentence) => {
    expect(engagementSentence('en', 'Freetown', engagement, today)).toBe(sentence);
  });

  it.each(languages)('is told in %s for every kind, with the city, the object and the year', (language) => {
    for (const kind of engagementKinds) {
      const sentence = engagementSentence(language, 'Freetown', row({ kind, from: '2021' }), today);
      expect(sentence).toContain('Freetown');
      expect(sentence).toContain('2021');
      expect(sentence).toContain(board[language].replace('.', ''));
      expect(sentence).not.toMatch(/[{}]|undefined|city-registry:/);
    }
  });
});
