import { DateText, InstantText } from '../../../design/date-text.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { Table } from '../../../design/table.tsx';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import type { CityMatter } from '../../../platform/tasks/city-matter.ts';
import { roleName } from '../../people/index.ts';
import { words } from '../messages/index.ts';
import type { Mandate } from '../store/grants.ts';

interface PackProps {
  readonly language: Language;
  readonly matters: readonly CityMatter[];
  readonly holding: readonly Mandate[];
  readonly made: Date;
  /** Where a matter is gone on with; staff have pages of their own. */
  readonly hrefOf: (matter: CityMatter) => string;
}

/** All that is open for a city, whoever began it: prints clean, for whoever takes over. */
export function HandOverPack({ language, matters, holding, made, hrefOf }: PackProps) {
  const t = words(language);
  return (
    <>
      <section>
        <h2>{t('open-matters', { n: matters.length })}</h2>
        <Table
          caption={t('open-matters', { n: matters.length })}
          captionHidden
          rows={matters}
          rowKey={({ path, what }) => `${path} ${what.key} ${JSON.stringify(what.values)}`}
          columns={[
            {
              key: 'what',
              title: t('matter'),
              rowHeader: true,
              cell: (matter) => <a href={hrefOf(matter)}>{explain(language, matter.what)}</a>,
            },
            {
              key: 'since',
              title: t('open-since'),
              cell: ({ since }) => <DateText date={dayInUtc(since)} />,
            },
            {
              key: 'due',
              title: t('due'),
              cell: ({ dueOn }) => (dueOn ? <DateText date={dueOn} /> : '–'),
            },
          ]}
          empty={<EmptyState title={t('nothing-open')}>{t('nothing-open-why')}</EmptyState>}
        />
      </section>
      <section>
        <h2>{t('who-acts')}</h2>
        <ul>
          {holding.map((held) => (
            <li key={held.grantId}>
              <bdi>{held.name}</bdi>, {roleName(language, held.role)}
              {held.to && `, ${t('until-day', { date: formatDate(language, held.to) })}`}
            </li>
          ))}
        </ul>
        {holding.length === 0 && <p>{t('nobody-acts')}</p>}
      </section>
      <p class="quiet">
        {t('pack-made')} <InstantText at={made} />
      </p>
    </>
  );
}
