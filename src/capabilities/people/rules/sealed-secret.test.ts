import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealed-secret.ts';

const key = Buffer.alloc(32, 1);
const sealed = seal(key, 'ama', Buffer.from('secret'), Buffer.alloc(12, 2));

describe('a sealed secret', () => {
  it('opens for its owner', () => {
    expect(unseal(key, 'ama', sealed).toString()).toBe('secret');
    expect(sealed.includes('secret')).toBe(false);
  });

  it('does not open in another row, under another key, or changed', () => {
    expect(() => unseal(key, 'kofi', sealed)).toThrow();
    expect(() => unseal(Buffer.alloc(32, 3), 'ama', sealed)).toThrow();
    const changed = Buffer.from(sealed);
    changed[30] = (changed[30] ?? 0) ^ 1;
    expect(() => unseal(key, 'ama', changed)).toThrow();
  });
});
