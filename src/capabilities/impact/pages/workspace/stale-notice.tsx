import { Notice } from '../../../../design/notice.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';

/** Somebody else changed the claim meanwhile: what it says now stands beside what was typed. */
export function StaleNotice({ state, language }: { state: FormState; language: Language }) {
  const t = words(language);
  if (!state.stale) return null;
  const { statement = '', on = '', amount = '', count = '' } = state.stale.current;
  return (
    <Notice tone="signal" title={t('says-now')}>
      <p>
        <bdi>{[on, amount, count, statement].filter(Boolean).join(' · ')}</bdi>
      </p>
    </Notice>
  );
}
