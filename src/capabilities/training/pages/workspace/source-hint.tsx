import { directionOf } from '../../../../kernel/language.ts';
import type { SomeText } from '../../rules/some-text.ts';
import type { Editing } from './editor.ts';

/** The source beside its translation, in its own direction; nothing while the source itself is written. */
export function sourceHint({ draft, writing }: Editing, text: SomeText) {
  const source = draft.sourceLanguage;
  if (writing === source || !text[source]) return undefined;
  return (
    <span lang={source} dir={directionOf(source)}>
      {text[source]}
    </span>
  );
}
