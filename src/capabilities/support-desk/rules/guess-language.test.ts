import { describe, expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

describe('the language of a mail', () => {
  it.each([
    ['en', 'We would like to learn how other cities house the people who arrive.'],
    ['fr', 'Bonjour, nous cherchons des exemples pour le logement des personnes déplacées.'],
    ['es', 'Hola, nuestra ciudad busca ayuda para los niños en las escuelas.'],
    ['pt', 'Olá, a nossa cidade não sabe como dar aulas às crianças; obrigado.'],
    ['ar', 'نريد أن نعرف كيف تساعد المدن الأخرى في السكن. Kenema'],
    ['en', '12345'],
    ['en', ''],
  ] as const)('is %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
