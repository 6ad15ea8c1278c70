import { describe, expect, it } from 'vitest';
import { languages } from '../../kernel/language.ts';
import { rendered } from '../builders.ts';
import { Gallery } from './gallery.tsx';

describe.each(languages)('the gallery in %s', (language) => {
  const document = rendered(<Gallery language={language} />, language);
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);

  it('uses each id once and refers only to ids there are', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    for (const name of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        for (const id of (element.getAttribute(name) ?? '').split(' '))
          expect(known, element.outerHTML).toContain(id);
      }
    }
  });

  it('has one first heading and skips no level', () => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) =>
      Number(heading.tagName[1]),
    );
    expect(levels.filter((level) => level === 1).length).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('has no style, script or handler inline, which the browser would refuse', () => {
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^(?:on|style$)/);
    }
    expect(document.querySelector('style, script')).toBeNull();
  });

  it('leaves no sentence unsaid', () => {
    expect(document.body.textContent).not.toMatch(/(?:design|gallery|platform):[a-z]/);
    expect(document.body.textContent).not.toMatch(/undefined|NaN|\[object/);
  });
});
