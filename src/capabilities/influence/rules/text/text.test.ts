import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradicts, languageOf } from './language-of.ts';
import { stemmer } from './stems.ts';
import { plainly, wordsOf } from './words.ts';

describe('words', () => {
  it('keep their place in the text as written', () => {
    const text = 'L’accès — «aux» services, 3 %';
    expect(wordsOf(text).map((word) => text.slice(word.start, word.end))).toEqual([
      'L',
      'accès',
      'aux',
      'services',
      '3',
    ]);
  });

  it('are the same with soft hyphens, direction marks, tatweel and other Arabic letter forms', () => {
    expect(plainly('inter\u00ADnational')).toBe('international');
    expect(plainly('\u200Fالسـلطات\u200F المحليّة')).toBe(plainly('السلطات المحلية'));
    expect(plainly('إلى الأمم ١٢')).toBe('الي الامم 12');
  });

  it('never lie about their offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) {
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('stems', () => {
  it.each([
    ['en', ['organisation', 'organization', 'organizations']],
    ['en', ['labour', 'labor']],
    ['fr', ['migratoire', 'migratoires']],
    ['es', ['migrante', 'migrantes']],
    ['pt', ['município', 'municípios']],
    ['ar', ['السلطات', 'والسلطات', 'سلطات', 'للسلطات']],
  ] as const)('of %s forms of one word are one: %s', (language, forms) => {
    expect(new Set(forms.map(stemmer(language))).size).toBe(1);
  });

  it('keep promise and exercise apart from verbs in -ize', () => {
    const stem = stemmer('en');
    expect(stem('promise')).not.toBe(stem('promize'));
    expect(stem('recognise')).toBe(stem('recognize'));
  });
});

describe('the language of a text', () => {
  it.each([
    ['en', 'We urge States to support the cities that host migrants and to give them the means for it'],
    [
      'fr',
      'Nous exhortons les États à soutenir les villes qui accueillent des migrants et à leur en donner les moyens',
    ],
    [
      'es',
      'Instamos a los Estados a que apoyen a las ciudades que acogen a migrantes y les den los medios para ello',
    ],
    ['pt', 'Instamos os Estados a apoiar as cidades que acolhem migrantes e a dar-lhes os meios para isso'],
    ['ar', 'نحث الدول على دعم المدن التي تستضيف المهاجرين وعلى إعطائها الوسائل اللازمة لذلك'],
  ] as const)('is recognized: %s', (language, text) => {
    expect(languageOf(text).language).toBe(language);
    expect(contradicts(language, languageOf(text))).toBe(false);
    expect(contradicts(language === 'en' ? 'fr' : 'en', languageOf(text))).toBe(true);
  });
});
