import type { Source } from '../../edition/index.ts';

/** A source of the edition, for tests. */
export function aSource(over: Partial<Source> = {}): Source {
  return {
    id: 'an-article',
    title: 'Five cities receive grants',
    address: 'https://example.org/article',
    seed: null,
    publisher: 'Example Press',
    date: '2021-01-07',
    language: 'en',
    ...over,
  };
}
