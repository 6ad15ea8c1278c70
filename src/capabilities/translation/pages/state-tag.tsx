import { Tag, type Tone } from '../../../design/tag.tsx';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import { type ParagraphState, paragraphStates, type Progress } from '../rules/translated.ts';

const tones: Readonly<Record<ParagraphState, Tone>> = {
  missing: 'neutral',
  stale: 'signal',
  draft: 'waiting',
  disputed: 'signal',
  reviewed: 'done',
};

export function StateTag({ language, state }: { language: Language; state: ParagraphState }) {
  return <Tag tone={tones[state]}>{words(language)(`state.${state}`)}</Tag>;
}

/** How many paragraphs stand where, those that want something first. */
export function ProgressTags({ language, progress }: { language: Language; progress: Progress }) {
  const t = words(language);
  return (
    <>
      {paragraphStates
        .filter((state) => progress[state] > 0)
        .map((state) => (
          <span key={state}>
            <Tag tone={tones[state]}>{t(`number.${state}`, { n: progress[state] })}</Tag>{' '}
          </span>
        ))}
    </>
  );
}
