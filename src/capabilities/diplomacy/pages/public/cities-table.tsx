import { DateText } from '../../../../design/date-text.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import type { Edition } from '../../rules/forum.ts';

interface CitiesTableProps {
  readonly edition: Edition;
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** The cities that a source names at a meeting, those who did most first. */
export function CitiesTable({ edition, language, href }: CitiesTableProps) {
  const t = words(language);
  return (
    <Table
      caption={t('cities-at', { name: edition.name[language] })}
      rows={edition.participations}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'city',
          title: t('city'),
          rowHeader: true,
          cell: ({ city, personName }) => (
            <>
              <a href={href(`/cities/${city.id}`)}>
                <bdi>{cityName(language, city)}</bdi>
              </a>
              <span class="quiet">, {countryName(language, city.country)}</span>
              {personName && (
                <>
                  <br />
                  <bdi class="quiet">{personName}</bdi>
                </>
              )}
            </>
          ),
        },
        { key: 'role', title: t('role'), cell: ({ role }) => t(`role-${role}`) },
        {
          key: 'what',
          title: t('what'),
          cell: ({ what, date }) => (
            <>
              {what?.[language] ?? '–'} {date && <DateText date={date} />}
            </>
          ),
        },
        {
          key: 'sources',
          title: t('sources'),
          cell: (one) => (
            <>
              {one.remark && <p class="quiet">{one.remark[language]}</p>}
              <SourceList sources={one.sources} href={href} />
            </>
          ),
        },
      ]}
    />
  );
}
