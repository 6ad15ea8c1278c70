import { useKitWords } from './language-context.ts';

interface CityNameProps {
  /** In the reader's language. */
  readonly name: string;
  /** As its people write it; shown beside when it differs. */
  readonly localName?: string | undefined;
  readonly localLang?: string | undefined;
  readonly country?: string | undefined;
}

/** A city's name, each part keeping its own direction. */
export function CityName({ name, localName, localLang, country }: CityNameProps) {
  const t = useKitWords();
  return (
    <span class="city-name">
      <bdi>{name}</bdi>
      {localName && localName !== name && (
        <>
          {' '}
          <bdi class="quiet" lang={localLang}>
            {localName}
          </bdi>
        </>
      )}
      {country && (
        <span class="quiet">
          {t('comma')}
          {country}
        </span>
      )}
    </span>
  );
}
