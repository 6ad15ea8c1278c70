import { describe, expect, it } from 'vitest';
import { roles } from '../../../kernel/actor.ts';
import { languages } from '../../../kernel/language.ts';
import { selector } from '../rules/selector.ts';
import { words } from './index.ts';

describe.each(languages)('what is said of acts in %s', (language) => {
  const t = words(language);

  it('names each role as everywhere else', () => {
    for (const role of roles) {
      const values = { name: 'Ama', said: selector(role) };
      expect(t('act.role-granted', values)).toContain(t(`role.${role}`));
      expect(t('act.role-ended', values)).toContain(t(`role.${role}`));
    }
  });

  it('names each way of signing in as everywhere else', () => {
    for (const way of ['passkey', 'passphrase', 'trial-link', 'mailed-code'] as const)
      expect(t('act.signed-in', { by: selector(way) })).toContain(t(`assurance.${way}`));
  });
});
