import { describe, expect, it } from 'vitest';
import { baselines } from '../../bench/influence/baselines.ts';
import { rightArticleFirst } from '../../bench/influence/cross-language.ts';
import { kindsOfEdit } from '../../bench/influence/edits.ts';
import { tracedAfterEdits } from '../../bench/influence/generated.ts';
import { measure } from '../../bench/influence/measures.ts';
import { placeboRate, placebos } from '../../bench/influence/placebo.ts';
import { charter, declaration, heldOutSet, labelledSets } from '../../bench/influence/sets.ts';
import { baselineAnswers, bestBar, engineAnswers } from '../../bench/influence/systems.ts';

const texts = [heldOutSet(), ...labelledSets().slice(0, 2)];

type Share = 'inTen' | 'adapted' | 'proven';

/** Every kind of edit at one rate on every text, once. */
function afterEdits(rate: number): (name: Share) => number {
  const results = texts.flatMap((text) =>
    kindsOfEdit.map((kind) => ({ clauses: text.paragraphs.length, ...tracedAfterEdits(text, kind, rate) })),
  );
  const clauses = results.reduce((sum, one) => sum + one.clauses, 0);
  return (name) => results.reduce((sum, one) => sum + one[name] * one.clauses, 0) / clauses;
}

describe('asks made by editing clauses', () => {
  it('have their clause among the first ten for 98 % at 40 % edits', () => {
    expect(afterEdits(0.4)('inTen')).toBeGreaterThanOrEqual(0.98);
  });

  it('are graded adapted or better for 95 % at 10 % edits, and verbatim only with a quotation that stands in both texts', () => {
    const share = afterEdits(0.1);
    expect(share('adapted')).toBeGreaterThanOrEqual(0.95);
    expect(share('proven')).toBe(1);
  });
});

describe('the Universal Declaration of Human Rights', () => {
  it.each(['fr', 'es', 'pt'] as const)(
    'has the right article first for 93 % from English to %s',
    (language) => {
      expect(rightArticleFirst(declaration, 'en', language)).toBeGreaterThanOrEqual(0.93);
    },
  );

  it('has the right article first for 70 % from English to Arabic and back', () => {
    expect(rightArticleFirst(declaration, 'en', 'ar')).toBeGreaterThanOrEqual(0.7);
    expect(rightArticleFirst(declaration, 'ar', 'en')).toBeGreaterThanOrEqual(0.7);
  });

  it('is lost in Arabic without concepts, which shows what carries it', () => {
    const without = { stems: true, concepts: false, letters: true };
    expect(rightArticleFirst(declaration, 'en', 'ar', without)).toBeLessThan(0.3);
  });
});

describe('a charter no choice of words has seen', () => {
  it('has the right article first for 90 % between Arabic and the others', () => {
    for (const language of ['en', 'fr', 'es', 'pt'] as const) {
      expect(rightArticleFirst(charter, 'ar', language)).toBeGreaterThanOrEqual(0.9);
    }
  });
});

describe('a text and asks no fit has seen', () => {
  const unseen = heldOutSet();
  const mine = measure(unseen.asks, engineAnswers(unseen));

  it('is told clearly better than by BM25, TF-IDF cosine and 6-word runs', () => {
    for (const baseline of baselines) {
      // The bar that serves the baseline best on this very text: more than fair.
      const theirs = measure(unseen.asks, baselineAnswers(baseline, unseen, bestBar(baseline, [unseen])));
      expect(mine.map).toBeGreaterThan(theirs.map + 0.1);
      expect(mine.lenientF1).toBeGreaterThan(theirs.lenientF1 + 0.1);
      expect(mine.strictF1).toBeGreaterThan(theirs.strictF1 + 0.05);
      expect(mine.answeredOrIgnored).toBeGreaterThan(theirs.answeredOrIgnored + 0.03);
    }
  });

  it('brings no false claim for an ask it ignores', () => {
    expect(mine.ignoredKept).toBeGreaterThanOrEqual(0.95);
    expect(mine.precision).toBeGreaterThanOrEqual(0.9);
  });
});

describe('placebos', () => {
  it('bring a claim for at most one ask in a hundred', () => {
    const { claimed, asked } = placeboRate(placebos());
    expect(asked).toBeGreaterThan(1000);
    expect(claimed / asked).toBeLessThanOrEqual(0.01);
  });
});
