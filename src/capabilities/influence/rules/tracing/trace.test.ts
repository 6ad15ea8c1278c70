import { describe, expect, it } from 'vitest';
import { outcomeOf, strengthOf } from '../strength/modality.ts';
import { trace } from './trace.ts';

const text = {
  id: 'final',
  language: 'en' as const,
  paragraphs: [
    {
      id: '1',
      text: 'We commit to use detention of migrants only as a last resort and to work towards ending the detention of children.',
    },
    {
      id: '2',
      text: 'We encourage States, as appropriate, to include mayors in their national delegations to meetings on migration.',
    },
    { id: '3', text: 'We will lower the cost of sending remittances to less than 3 per cent by 2030.' },
    { id: '4', text: 'We decide to open funding windows to which local authorities can apply directly.' },
    {
      id: '5',
      text: 'We condemn racism and xenophobia and will promote a public discourse that rests on evidence.',
    },
    { id: '6', text: 'We recognize that climate change forces people to move towards cities.' },
    { id: '7', text: 'We will register every birth and issue identity documents to our nationals.' },
    { id: '8', text: 'We invite universities to offer scholarships to refugees.' },
  ],
};
const one = (ask: string, language?: 'en' | 'fr' | 'ar', background = {}) =>
  trace([{ id: 'a', text: ask, ...(language ? { language } : {}) }], text, {
    ranked: true,
    ...background,
  })[0];

describe('an ask', () => {
  it('is found in other words', () => {
    expect(one('National delegations to migration talks should include mayors.')?.proposals[0]).toMatchObject(
      { paragraph: '2', degree: 'adapted' },
    );
  });

  it('is found in another language', () => {
    expect(
      one('Ramener le coût des envois de fonds à moins de 3 % d’ici à 2030.', 'fr')?.proposals[0]?.paragraph,
    ).toBe('3');
    expect(
      one('ينبغي خفض تكلفة التحويلات المالية إلى أقل من 3 في المائة بحلول عام 2030', 'ar')?.ranking[0]
        ?.paragraph,
    ).toBe('3');
  });

  it('that the text ignores gets no proposal, though the theme is there', () => {
    expect(one('Mayors should receive a veto over deportation flights.')?.proposals).toEqual([]);
    expect(one('Ban facial recognition at borders.')?.proposals).toEqual([]);
  });

  it('in the same words is verbatim, and its quotation stands in both texts', () => {
    const ask = 'Please open funding windows to which local authorities can apply directly.';
    const proposal = one(ask)?.proposals[0];
    expect(proposal).toMatchObject({ paragraph: '4', degree: 'verbatim' });
    expect(ask).toContain(proposal?.quote);
    expect(text.paragraphs[3]?.text).toContain(proposal?.quote);
  });

  it('has every matched span where it says', () => {
    const ask = 'Local authorities need funding windows of their own to apply to directly.';
    for (const { ask: mine, paragraph } of one(ask)?.proposals[0]?.spans ?? []) {
      expect(ask.slice(mine.start, mine.end)).toBe(mine.text);
      expect(text.paragraphs[3]?.text.slice(paragraph.start, paragraph.end)).toBe(paragraph.text);
    }
  });

  it('answered in language that was agreed before is told so and scores less than half', () => {
    const ask = 'The cost of remittances should fall below 3 per cent by 2030.';
    const earlier = {
      id: 'zero',
      language: 'en' as const,
      paragraphs: [{ id: '9', text: text.paragraphs[2]?.text ?? '' }, ...text.paragraphs.slice(3)],
    };
    const fresh = one(ask, 'en', { background: [{ ...earlier, paragraphs: text.paragraphs.slice(3) }] })
      ?.proposals[0];
    const stale = one(ask, 'en', { background: [earlier] })?.proposals[0];
    expect(fresh?.novelty).toEqual({ share: 1 });
    expect(stale?.novelty?.agreedIn).toEqual({ document: 'zero', paragraph: '9' });
    expect(stale?.score).toBeLessThan(0.5 * (fresh?.score ?? 0));
  });

  it('of no content words, or only direction marks, is passed over', () => {
    expect(one('\u200F\u200E')?.proposals).toEqual([]);
    expect(one('and the of')?.proposals).toEqual([]);
  });

  it('gets the same answer twice', () => {
    expect(one('Include mayors in delegations.')).toEqual(one('Include mayors in delegations.'));
  });
});

describe('the force of a clause', () => {
  it.each([
    ['en', 'We decide to act', 'decide'],
    ['en', 'Calls upon States to act', 'call'],
    ['en', 'We invite States to act', 'encourage'],
    ['en', 'Recognizing the role of cities,', 'note'],
    ['fr', 'Nous nous engageons à agir', 'decide'],
    ['es', 'Alentamos a los Estados', 'encourage'],
    ['pt', 'Reconhecemos o papel das cidades', 'note'],
    ['ar', 'نحث الدول على العمل', 'call'],
  ] as const)('%s: "%s" %ss', (language, clause, rung) => {
    expect(strengthOf(clause, language).rung).toBe(rung);
  });

  it('is weakened by an invitation or a way out, and turned round by a not', () => {
    const ask = strengthOf('States must act', 'en');
    expect(outcomeOf(ask, strengthOf('We invite States to act', 'en'))).toBe('weakened');
    expect(outcomeOf(ask, strengthOf('States shall act, as appropriate', 'en'))).toBe('weakened');
    expect(outcomeOf(ask, strengthOf('States shall not act', 'en'))).toBe('opposed');
    expect(outcomeOf(ask, strengthOf('We recognize that States act', 'en'))).toBe('noted');
    expect(outcomeOf(ask, strengthOf('States shall act', 'en'))).toBe('adopted');
  });
});
