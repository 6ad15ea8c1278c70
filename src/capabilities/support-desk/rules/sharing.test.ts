import { assert, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareables, sharedOf, type Sharer } from './sharing.ts';

const all: Sharer = {
  topic: 'housing',
  cityName: 'canary-city',
  question: 'canary-question',
  name: 'canary-name',
  role: 'canary-role',
  email: 'canary-email@city.example',
  documents: [{ id: '1', name: 'canary-documents.pdf' }],
};

describe('what a partner is shown', () => {
  it('is what the city agreed to and not a word more, for every choice', () => {
    assert(
      property(subarray([...shareables]), (agreed) => {
        const shown = JSON.stringify(sharedOf(all, agreed));
        for (const field of shareables)
          expect(shown.includes(`canary-${field}`), field).toBe(agreed.includes(field));
      }),
    );
  });

  it('is only the topic when the city agreed to nothing', () => {
    expect(sharedOf(all, [])).toEqual({ topic: 'housing' });
  });
});
