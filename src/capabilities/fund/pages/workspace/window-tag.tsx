import { Tag, type Tone } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { KeptWindow } from '../../rules/prepared-window.ts';

const tones: Record<KeptWindow['state'], Tone> = { preparing: 'waiting', open: 'active', closed: 'neutral' };

export function WindowTag({ language, state }: { language: Language; state: KeptWindow['state'] }) {
  return <Tag tone={tones[state]}>{words(language)(`window-state.${state}`)}</Tag>;
}
