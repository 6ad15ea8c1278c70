import { describe, expect, it } from 'vitest';
import { localReturn } from './local-return.ts';

describe('where a sign-in leads', () => {
  it('is the page that asked for it', () => {
    expect(localReturn('/workspace/people?role=director')).toBe('/workspace/people?role=director');
  });

  it.each([
    'https://evil.example',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'workspace',
    '',
    undefined,
    '/sign-out',
    '/sign-in?to=/x',
  ])('is never %j', (wanted) => {
    expect(localReturn(wanted)).toBe('/account');
  });
});
