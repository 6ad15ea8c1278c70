import { useLanguage } from '../../../../design/language-context.ts';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import type { Seat } from '../../rules/seat.ts';

/** The holder in one line of plain text: for charts, files and headings. */
export function holderText(language: Language, seat: Seat): string {
  const city = seat.city && cityName(language, seat.city);
  return [city, seat.personName, seat.organisation?.name[language]].filter(Boolean).join(' · ');
}

/** City, mayor or organisation; the city leads to its page. */
export function SeatHolder({ seat, href }: { seat: Seat; href: (path: string) => string }) {
  const language = useLanguage();
  const { city } = seat;
  return (
    <>
      {city && (
        <>
          <a href={href(`/cities/${city.id}`)}>
            <bdi>{cityName(language, city)}</bdi>
          </a>
          <span class="quiet">, {countryName(language, city.country)}</span>
        </>
      )}
      {seat.organisation && <bdi>{seat.organisation.name[language]}</bdi>}
      {seat.personName && (
        <>
          {(city || seat.organisation) && <br />}
          <bdi class={city ? 'quiet' : undefined}>{seat.personName}</bdi>
        </>
      )}
    </>
  );
}
