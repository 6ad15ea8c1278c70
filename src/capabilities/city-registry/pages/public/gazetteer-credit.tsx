import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';

/** The gazetteer's licence asks for its name wherever its data is shown. */
export function GazetteerCredit() {
  const t = words(useLanguage());
  return (
    <p class="quiet">
      {t.rich('gazetteer-credit', { link: (name) => <a href="https://www.geonames.org/">{name}</a> })}
    </p>
  );
}
