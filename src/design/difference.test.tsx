import { describe, expect, it } from 'vitest';
import { rendered, textOf } from './builders.ts';
import { Difference } from './difference.tsx';
import { SideBySide } from './side-by-side.tsx';

describe('a difference', () => {
  it('shows whole words, what went on one side and what came on the other', () => {
    const document = rendered(<Difference before="We ask the states" after="We urge the states" />);
    expect([...document.querySelectorAll('del')].map(textOf)).toEqual(['[removed] ask']);
    expect([...document.querySelectorAll('ins')].map(textOf)).toEqual(['[added] urge']);
    expect(document.querySelector('section:first-child ins, section:last-child del')).toBeNull();
  });

  it('knows the words of Arabic too', () => {
    const document = rendered(
      <Difference before="تطلب المدن من الدول" after="تطالب المدن الدول" lang="ar" />,
      'ar',
    );
    expect(textOf(document.querySelector('ins'))).toContain('تطالب');
  });

  it('says so when there is none', () => {
    const document = rendered(<Difference before="x" after="x" />);
    expect(textOf(document)).toBe('The two texts are the same.');
  });
});

describe('a text and its translation', () => {
  it('stand paragraph beside paragraph, each in its language and direction', () => {
    const document = rendered(
      <SideBySide
        original={{ lang: 'en', paragraphs: ['One', 'Two'] }}
        translation={{ lang: 'ar', paragraphs: ['واحد'], stale: true }}
      />,
    );
    expect(document.querySelector('p[lang=ar]')?.getAttribute('dir')).toBe('rtl');
    expect(textOf(document.querySelectorAll('.pair')[2] ?? null)).toBe('Two Not translated yet');
    expect(textOf(document.querySelector('.tag'))).toBe('The original has changed since this was translated');
  });
});
