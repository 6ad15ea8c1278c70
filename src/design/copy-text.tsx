import { Island } from './island.tsx';
import { useKitWords } from './language-context.ts';

/** A code, link or reference that can be selected; the island `copy-button` adds a button to copy it. */
export function CopyText({ text }: { text: string }) {
  const t = useKitWords();
  return (
    <Island is="copy-text" class="copy" tells={{ copy: t('copy'), copied: t('copied') }}>
      <code dir="ltr">{text}</code>
    </Island>
  );
}
