import { formatInstant } from '../../platform/languages/format.ts';
import { useKitWords, useLanguage } from '../language-context.ts';

/** Whether the draft is kept, and since when. The island `form-enhancer` writes "not saved yet" into it on typing. */
export function SaveState({
  savedAt,
  timeZone,
}: {
  savedAt: Date | undefined;
  timeZone?: string | undefined;
}) {
  const t = useKitWords();
  const language = useLanguage();
  return (
    <p class="save-state" role="status" data-unsaved={t('not-saved')}>
      {savedAt ? t('saved-at', { time: formatInstant(language, savedAt, timeZone) }) : t('nothing-saved')}
    </p>
  );
}
