import { SubmitButton } from '../../../../design/button.tsx';
import { Island } from '../../../../design/island.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';

/** Works as a plain box; with its script it lists cities as one types, and the one picked is sent as `city`. */
export function CitySearch({ typed }: { typed: string }) {
  const t = words(useLanguage());
  return (
    <div class="field">
      <label for="city-search">{t('name-of-city')}</label>
      <p class="hint" id="city-search-hint">
        {t('search-hint')}
      </p>
      <Island
        is="city-typeahead"
        tells={{ name: 'city', some: t('cities-listed'), none: t('no-city-listed') }}
      >
        <span class="search-row">
          <input
            id="city-search"
            type="search"
            name="search"
            value={typed}
            maxLength={200}
            autocomplete="off"
            dir="auto"
            aria-describedby="city-search-hint"
          />
          <SubmitButton look="plain">{t('search')}</SubmitButton>
        </span>
        <div class="options" />
      </Island>
    </div>
  );
}
