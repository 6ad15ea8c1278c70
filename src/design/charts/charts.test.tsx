import { describe, expect, it } from 'vitest';
import type { VNode } from 'preact';
import { rendered, textOf } from '../builders.ts';
import { BarChart } from './bar-chart.tsx';
import { DotChart } from './dot-chart.tsx';
import { FlowChart } from './flow-chart.tsx';
import { LineChart } from './line-chart.tsx';
import { SlopeChart } from './slope-chart.tsx';
import { SmallMultiples } from './small-multiples.tsx';

const frame = { title: 'A finding', source: 'A source, 2026' };
const points = [
  { x: 2024, y: 1234 },
  { x: 2025, y: null },
  { x: 2026, y: 5678 },
];
const series = [{ name: 'Africa', points }];

const drawn: Record<string, VNode> = {
  line: <LineChart {...frame} xIs="Year" series={series} />,
  multiples: <SmallMultiples {...frame} xIs="Year" panels={series} />,
  slope: (
    <SlopeChart
      {...frame}
      rowsAre="City"
      from="2024"
      to="2026"
      rows={[{ name: 'Lima', from: 1234, to: 5678 }]}
    />
  ),
  flow: (
    <FlowChart
      {...frame}
      what="money"
      flows={[
        { from: 'Donor', to: 'Fund', value: 6912 },
        { from: 'Fund', to: 'Lima', value: 1234 },
        { from: 'Fund', to: 'Oran', value: 5678 },
      ]}
    />
  ),
};

const tables: Record<string, VNode> = {
  bars: (
    <BarChart
      {...frame}
      rowsAre="Region"
      series={['a', 'b']}
      rows={[{ key: 'x', label: 'Africa', values: [1234, 5678] }]}
    />
  ),
  dots: (
    <DotChart
      {...frame}
      rowsAre="Region"
      series={['a', 'b']}
      rows={[{ key: 'x', label: 'Africa', values: [1234, 5678] }]}
    />
  ),
};

describe.each(Object.entries(drawn))('a %s chart', (_, chart) => {
  const document = rendered(chart);

  it('is a picture with a title and a description', () => {
    const picture = document.querySelector('svg[role=img]');
    for (const id of (picture?.getAttribute('aria-labelledby') ?? '').split(' ')) {
      expect(textOf(document.querySelector(`[id="${id}"]`))).not.toBe('');
    }
  });

  it('has the table with every number behind it, and its source', () => {
    const table = textOf(document.querySelector('details table'));
    expect(table).toContain('1,234');
    expect(table).toContain('5,678');
    expect(textOf(document)).toContain('Source: A source, 2026');
  });

  it('draws only numbers', () => {
    expect(document.body.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe.each(Object.entries(tables))('a chart of %s', (_, chart) => {
  it('is itself the table of its numbers; the lengths are for the eye', () => {
    const document = rendered(chart);
    expect([...document.querySelectorAll('tbody td .bar-value')].map(textOf)).toEqual(['1,234', '5,678']);
    expect(document.querySelector('svg.bar')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('what is not known', () => {
  it('is a gap in the line and a dash in the table, never zero', () => {
    const document = rendered(drawn['line']!);
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf));
    expect(rows).toEqual([
      ['2024', '1,234'],
      ['2025', '–'],
      ['2026', '5,678'],
    ]);
    expect(document.querySelector('path.line')?.getAttribute('d')).not.toMatch(/L/);
  });

  it('leaves a chart without numbers saying so', () => {
    const empty = [
      <LineChart {...frame} xIs="Year" series={[]} />,
      <BarChart {...frame} rowsAre="x" series={['a']} rows={[]} />,
      <DotChart {...frame} rowsAre="x" series={['a']} rows={[]} />,
      <SlopeChart {...frame} rowsAre="x" from="a" to="b" rows={[]} />,
      <FlowChart {...frame} what="x" flows={[]} />,
      <SmallMultiples {...frame} xIs="x" panels={[]} />,
    ];
    for (const chart of empty) expect(textOf(rendered(chart))).toContain('No numbers yet');
  });
});

describe('bars', () => {
  it('are as long as their numbers, the longest filling the width', () => {
    const document = rendered(
      <BarChart
        {...frame}
        rowsAre="Region"
        series={['a']}
        rows={[
          { key: 'x', label: 'X', values: [200] },
          { key: 'y', label: 'Y', values: [50] },
          { key: 'z', label: 'Z', values: [null] },
        ]}
      />,
    );
    expect([...document.querySelectorAll('rect')].map((bar) => bar.getAttribute('width'))).toEqual([
      '100%',
      '25%',
      '0%',
    ]);
  });
});
