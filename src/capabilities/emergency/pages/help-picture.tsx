import type { ComponentChildren } from 'preact';
import { FlowChart } from '../../../design/charts/flow-chart.tsx';
import { DateText } from '../../../design/date-text.tsx';
import { type Column, Table } from '../../../design/table.tsx';
import { Tag, type Tone } from '../../../design/tag.tsx';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import { crowdedNeeds, type PairingState } from '../rules/help.ts';
import type { Pairing } from '../store/record.ts';
import { type Frame, sideName } from './frame.ts';

export const pairingTones: Record<PairingState, Tone> = {
  offered: 'waiting',
  agreed: 'active',
  'under-way': 'active',
  done: 'done',
  'fell-through': 'stopped',
};

interface HelpPictureProps extends Frame {
  readonly csv?: string;
  readonly act?: (pairing: Pairing) => ComponentChildren;
}

/** Who helps whom, as a picture and as a table; two helpers bound for one need are marked in both. */
export function HelpPicture({ language, record, today, csv, act }: HelpPictureProps) {
  const t = words(language);
  const need = (pairing: Pairing) => record.needs.find(({ id }) => id === pairing.needId);
  const offer = (pairing: Pairing) => record.offers.find(({ id }) => id === pairing.offerId);
  const crowded = crowdedNeeds(record.pairings);
  const columns: Column<Pairing>[] = [
    { key: 'helper', title: t('helper'), cell: (row) => <bdi>{sideName(language, offer(row))}</bdi> },
    {
      key: 'helped',
      title: t('helped'),
      rowHeader: true,
      cell: (row) => <bdi>{sideName(language, need(row))}</bdi>,
    },
    {
      key: 'what',
      title: t('need'),
      cell: (row) => (
        <>
          <span dir="auto">{need(row)?.what}</span>{' '}
          {crowded.has(row.needId) && <Tag tone="signal">{t('two-helpers')}</Tag>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => <Tag tone={pairingTones[row.state]}>{t(`state.${row.state}`)}</Tag>,
    },
    { key: 'since', title: t('since'), cell: (row) => <DateText date={dayInUtc(new Date(row.since))} /> },
  ];
  const alive = record.pairings.filter(({ state }) => state !== 'fell-through');
  return (
    <>
      {alive.length > 0 && (
        <FlowChart
          title={t('help-finding', { n: alive.length })}
          source={t('help-source', { date: formatDate(language, today) })}
          note={crowded.size > 0 ? t('crowded-note', { n: crowded.size }) : undefined}
          what={t('help-what')}
          flows={flowsOf(alive, (pairing) => ({
            from: sideName(language, offer(pairing)),
            to: t('helped-side', { name: sideName(language, need(pairing)) }),
          }))}
        />
      )}
      <Table
        caption={t('who-helps-whom')}
        captionHidden
        rows={record.pairings}
        rowKey={({ id }) => id}
        csv={csv}
        columns={act ? [...columns, { key: 'act', title: t('to-do'), cell: act }] : columns}
        empty={<p class="quiet">{t('nobody-paired')}</p>}
      />
    </>
  );
}

/** One band for each helper and city helped, as thick as the needs between them. */
function flowsOf(
  pairings: readonly Pairing[],
  ends: (pairing: Pairing) => { readonly from: string; readonly to: string },
): { from: string; to: string; value: number }[] {
  const bands = new Map<string, { from: string; to: string; value: number }>();
  for (const pairing of pairings) {
    const { from, to } = ends(pairing);
    const key = `${from}\n${to}`;
    bands.set(key, { from, to, value: (bands.get(key)?.value ?? 0) + 1 });
  }
  return [...bands.values()];
}
