import { EmptyState } from '../../../design/empty-state.tsx';
import { Table } from '../../../design/table.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { Language } from '../../../kernel/language.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Ask } from '../store/asks.ts';

/** What was asked, in the reader's language: a sentence of whoever asked, or their own five texts. */
export function whatAsked(language: Language, what: Ask['what']): string {
  return 'key' in what && typeof what.key === 'string'
    ? explain(language, what)
    : ((what as Readonly<Record<Language, string>>)[language] ?? '');
}

/** Who asks, by the name of the capability; one that we have no word for is the council. */
export function askerName(language: Language, askedBy: string): string {
  const known = [
    'support-desk',
    'peer-exchange',
    'programme',
    'city-record',
    'mandates',
    'training',
    'fund',
    'applications',
    'emergency',
  ];
  return words(language)(`asker.${known.includes(askedBy) ? (askedBy as 'fund') : 'other'}`);
}

interface AsksProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly asks: readonly Ask[];
  readonly today: CalendarDate;
  /** Staff read what is asked; only the city's people can open it in their portal. */
  readonly linked: boolean;
}

/** Everything that is asked of a city: what, by whom, until when, and whether it is done. */
export function AsksOfCity({ language, href, asks, today, linked }: AsksProps) {
  const t = words(language);
  return (
    <Table
      caption={t('asked-of-city')}
      captionHidden
      rows={asks}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('nothing-asked')}>{t('nothing-asked-why')}</EmptyState>}
      columns={[
        {
          key: 'what',
          title: t('what-is-asked'),
          rowHeader: true,
          cell: ({ what, path, kind }) => {
            const said = whatAsked(language, what) || t(`ask-kind.${kind}`);
            return path && linked ? <a href={href(path)}>{said}</a> : said;
          },
        },
        { key: 'by', title: t('asked-by'), cell: ({ askedBy }) => askerName(language, askedBy) },
        { key: 'on', title: t('asked-on'), cell: ({ askedOn }) => formatDate(language, askedOn) },
        {
          key: 'due',
          title: t('due'),
          cell: ({ dueOn, settledAt }) =>
            settledAt ? (
              <Tag tone="done">{t('settled')}</Tag>
            ) : dueOn === null ? (
              t('no-day')
            ) : (
              <>
                {formatDate(language, dueOn)} {dueOn < today && <Tag tone="stopped">{t('late')}</Tag>}
              </>
            ),
        },
      ]}
    />
  );
}
