import { FactList } from '../../../../design/fact-list.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { compareNames, languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { mainLanguage } from '../../rules/main-language.ts';
import type { CityRecord } from '../../store/city-record.ts';

/** As its own people write it: in the main language of the country, else the gazetteer's name. */
export function localNameOf({ city, names }: CityRecord): string {
  const local = mainLanguage(city.country);
  return names.find(({ languages }) => languages.includes(local))?.name ?? city.name;
}

export function CityNames({ language, record }: { language: Language; record: CityRecord }) {
  const t = words(language);
  const of = (kind: string) =>
    record.names.filter((one) => one.kind === kind).map(({ name }) => <bdi>{name}</bdi>);
  const former = of('former');
  const others = record.names.filter(({ kind }) => kind === 'alternate');
  return (
    <section>
      <h2>{t('names')}</h2>
      <FactList
        stacked
        facts={[
          { label: t('own-name'), value: of('own') },
          ...(former.length > 0 ? [{ label: t('former-name'), value: former }] : []),
        ]}
      />
      {others.length > 0 && (
        <details>
          <summary>{t('other-names')}</summary>
          <ul>
            {others.map(({ name, languages }) => (
              <li key={name}>
                <bdi lang={languages[0]?.replace('_', '-')}>{name}</bdi>{' '}
                <span class="quiet">{languageNames(language, languages)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function languageNames(language: Language, codes: readonly string[]): string {
  const names = codes.map((code) => languageName(language, code.replace('_', '-')));
  return names.toSorted((a, b) => compareNames(language, a, b)).join(', ');
}
