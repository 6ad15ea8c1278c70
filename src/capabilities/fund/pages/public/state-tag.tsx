import { useLanguage } from '../../../../design/language-context.ts';
import { Tag } from '../../../../design/tag.tsx';
import { words } from '../../messages/index.ts';
import type { GrantState } from '../../rules/grant.ts';

const tones = {
  announced: 'neutral',
  contracted: 'waiting',
  active: 'active',
  completed: 'done',
  withdrawn: 'stopped',
} as const;

/** How far a grant has come, as far as a source says. */
export function StateTag({ state }: { state: GrantState }) {
  const t = words(useLanguage());
  return <Tag tone={tones[state]}>{t(`state-${state}`)}</Tag>;
}
