import { expect, it } from 'vitest';
import type { Term } from './glossary.ts';
import { termsUsed } from './glossary.ts';

const words = {
  en: 'host community',
  fr: 'communauté d’accueil',
  es: 'comunidad de acogida',
  pt: 'comunidade de acolhimento',
  ar: 'المجتمع المضيف',
};
const term: Term = { id: '1', words, note: '', version: 1 };
const used = (source: string, target: string, language: 'fr' | 'ar' = 'fr') =>
  termsUsed([term], { language, text: source }, { language: 'en', text: target }).map(({ kept }) => kept);

it.each([
  ['La Communauté d’accueil est prête.', 'The host community is ready.', [true]],
  ['La communaute d’accueil est prête.', 'The receiving town is ready.', [false]],
  ['Les communautés voisines.', 'Neighbours.', []],
])('knows whether “%s” is translated by the glossary’s word in “%s”', (source, target, kept) => {
  expect(used(source, target)).toEqual(kept);
});

it('finds an Arabic term behind a joined preposition, and an English one in the plural', () => {
  expect(used('بالمجتمع المضيف', 'in the host communities', 'ar')).toEqual([true]);
  expect(used('بالمجتمع المجاور', 'in the next town', 'ar')).toEqual([]);
});
