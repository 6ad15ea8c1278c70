import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { translated } from '../../rules/publishable.ts';
import type { Editing } from './editor.ts';

/** In which language the author writes, and how much of each there is. */
export function WritingIn({ editing, path }: { readonly editing: Editing; readonly path: string }) {
  const { language, href, draft, writing } = editing;
  const t = words(language);
  const { content } = draft;
  if (content.languages.length < 2) return null;
  return (
    <nav aria-label={t('writing-in')}>
      <p>
        {t('writing-in')}{' '}
        {content.languages.map((one) => {
          const { done, all } = translated(content, one);
          const name = `${languageName(language, one)} ${done}/${all}`;
          return one === writing ? (
            <strong key={one} aria-current="true">
              {name}{' '}
            </strong>
          ) : (
            <>
              <a key={one} href={href(one === draft.sourceLanguage ? path : `${path}?in=${one}`)}>
                {name}
              </a>{' '}
            </>
          );
        })}
      </p>
      {writing !== draft.sourceLanguage && <p class="quiet">{t('translating')}</p>}
    </nav>
  );
}
