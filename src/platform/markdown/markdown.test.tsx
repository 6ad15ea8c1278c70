import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { MarkdownText } from './markdown-text.tsx';

const html = (text: string) => render(<MarkdownText text={text} />);

describe('Markdown from people', () => {
  it('has paragraphs, headings of one level, lists, quotes, weight and links', () => {
    expect(
      html(
        '# Title\n\nOne **two** *three*\n\n- a\n- b\n\n1. x\n\n> said\n\n[site](https://example.org/a?b=1&c=2)',
      ),
    ).toBe(
      '<h3>Title</h3><p>One <strong>two</strong> <em>three</em></p><ul><li>a</li><li>b</li></ul><ol><li>x</li></ol>' +
        '<blockquote><p>said</p></blockquote><p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener">site</a></p>',
    );
  });

  it('shows HTML as it was typed', () => {
    const shown = html('<script>alert(1)</script>\n\nx <img src=x onerror=alert(1)> y');
    expect(shown).not.toMatch(/<script|<img/);
    expect(shown).toContain('&lt;script>alert(1)');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](//evil.example/)',
    '![x](https://example.org/p.png)',
  ])('makes no link and no picture of %s', (text) => {
    expect(html(text)).not.toMatch(/<a|<img/);
    expect(html('[x](https://example.org/)')).toMatch(/<a/);
  });
});
