import { Tag } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Round } from '../../store/rounds.ts';

const tones = { open: 'active', confirmed: 'done', closed: 'stopped' } as const;

export function RoundTag({ language, stage }: { language: Language; stage: Round['stage'] }) {
  return <Tag tone={tones[stage]}>{words(language)(`round-stage.${stage}`)}</Tag>;
}
