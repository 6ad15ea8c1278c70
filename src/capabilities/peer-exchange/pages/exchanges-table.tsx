import { EmptyState } from '../../../design/empty-state.tsx';
import { Table } from '../../../design/table.tsx';
import { Tag, type Tone } from '../../../design/tag.tsx';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import { topicLabel } from '../../city-record/index.ts';
import type { Exchange, ExchangeStage } from '../store/exchanges.ts';
import type { Frame, NamedCities } from './desk.ts';

const tones: Record<ExchangeStage, Tone> = {
  asking: 'waiting',
  agreed: 'active',
  'not-this-time': 'stopped',
  'called-off': 'stopped',
  completed: 'done',
};

export function StageTag({ language, stage }: { language: Frame['language']; stage: ExchangeStage }) {
  return <Tag tone={tones[stage]}>{words(language)(`stage.${stage}`)}</Tag>;
}

interface ExchangesTableProps extends Frame {
  readonly exchanges: readonly Exchange[];
  readonly cities: NamedCities;
  /** The city on whose page the table stands: it is left out of the names. */
  readonly own?: string;
  readonly csv?: string;
}

export function ExchangesTable({ language, href, base, exchanges, cities, own, csv }: ExchangesTableProps) {
  const t = words(language);
  const list = new Intl.ListFormat(language);
  return (
    <Table
      caption={t('exchanges')}
      captionHidden
      rows={exchanges}
      rowKey={({ id }) => id}
      csv={csv}
      empty={<EmptyState title={t('no-exchanges')}>{t('no-exchanges-why')}</EmptyState>}
      columns={[
        {
          key: 'cities',
          title: t('with'),
          rowHeader: true,
          cell: ({ id, cityIds }) => (
            <a href={href(`${base}/exchanges/${id}`)}>
              {list.format(cityIds.filter((city) => city !== own).map(cities.name))}
            </a>
          ),
        },
        {
          key: 'topics',
          title: t('topic'),
          cell: ({ topics }) => list.format(topics.map((topic) => topicLabel(language, topic))),
        },
        {
          key: 'since',
          title: t('introduced'),
          cell: ({ introducedAt }) => formatDate(language, dayInUtc(introducedAt)),
        },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <StageTag language={language} stage={stage} />,
        },
      ]}
    />
  );
}
